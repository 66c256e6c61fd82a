import type { FixturePlan, TestFilePlan, TestsPlan } from '../../ir/criterion.ts';
import * as s from '../syntax/index.ts';
import { criterionTest } from './criterion-test.ts';

/** `test/`: a test of each acceptance criterion, and the payloads that they share. */
export function emitTests({ files, fixtures }: TestsPlan): readonly s.EmittedFile[] {
  return [...files.map(testFile), ...fixtures.map(fixtureFile)];
}

function testFile({ workflow, file, criteria }: TestFilePlan): s.EmittedFile {
  const imports = new s.Imports(file, ['scenario', 'response', 'responses', 'calls']);
  return s.sourceFile({
    path: file,
    imports,
    content: criteria.map((criterion) => criterionTest(criterion, workflow, imports)),
  });
}

function fixtureFile({ file, data }: FixturePlan): s.EmittedFile {
  return { path: file, text: `${JSON.stringify(data, undefined, 2)}\n` };
}
