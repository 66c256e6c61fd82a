import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Place } from '../diagnostics/place.ts';
import { commandChecker } from './command-checker.ts';
import { TypeCheckFailure, type TypeChecker } from './type-checker.ts';
import { verifyTypes } from './verify-types.ts';

let directory: string;
let checker: TypeChecker;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'verify-'));
  await write(
    'runtime/package.json',
    '{ "name": "@flowright/runtime", "type": "module", "exports": { ".": { "types": "./dist/index.d.ts" }, "./mock": { "types": "./dist/mock.d.ts" } } }',
  );
  await write('runtime/dist/index.d.ts', 'export declare function run(name: string): number;\n');
  await write('runtime/dist/mock.d.ts', 'export declare const mocked: boolean;\n');
  checker = commandChecker({ runtime: join(directory, 'runtime') });
});

afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

async function write(file: string, text: string): Promise<void> {
  const path = join(directory, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

async function stage(output: string, main: string): Promise<void> {
  await write(`stage/${output}/package.json`, '{ "type": "module" }');
  await write(`stage/${output}/src/main.ts`, main);
}

describe('verifyTypes', () => {
  it('accepts code that uses the runtime and Node, and leaves nothing behind', async () => {
    await stage(
      'a',
      "import { run } from '@flowright/runtime';\nimport { mocked } from '@flowright/runtime/mock';\nimport { test } from 'node:test';\nawait test('x', () => { run(String(mocked)); });\n",
    );
    const { diagnostics, milliseconds } = await verifyTypes(join(directory, 'stage'), checker, () => undefined);
    expect(diagnostics).toEqual([]);
    expect(milliseconds).toBeGreaterThan(0);
    expect(await readdir(join(directory, 'stage'))).toEqual(['a']);
  });

  it('reports the problems of a whole batch at their places in the specs', async () => {
    await stage('a', "import { run } from '@flowright/runtime';\nexport const a: string = run('x');\n");
    await stage('b', 'export function b(list: readonly string[]): string {\n  return list[0];\n}\n');
    const place: Place = { file: 'b.integration.yaml', line: 7, column: 3, endLine: 7, endColumn: 9 };
    const { diagnostics } = await verifyTypes(join(directory, 'stage'), checker, (file, line, column) =>
      file === 'b/src/main.ts' && line === 2 && column === 3 ? place : undefined,
    );
    expect(diagnostics.map((one) => [one.code, one.place, one.message])).toEqual([
      [
        'FR4001',
        undefined,
        "generated a/src/main.ts:2 does not type-check: Type 'number' is not assignable to type 'string'. (TS2322)",
      ],
      [
        'FR4001',
        place,
        "generated b/src/main.ts:2 does not type-check: Type 'string | undefined' is not assignable to type 'string'. Type 'undefined' is not assignable to type 'string'. (TS2322)",
      ],
    ]);
  });

  it('says where the check could not be made', async () => {
    const broken: TypeChecker = {
      check: async () => await Promise.reject(new TypeCheckFailure('the package typescript is not installed')),
    };
    const { diagnostics } = await verifyTypes(directory, broken, () => undefined);
    expect(diagnostics.map((one) => one.message)).toEqual([
      'the type check could not run: the package typescript is not installed',
    ]);
  });

  it('does not take a missing directory for a passed check', async () => {
    const { diagnostics } = await verifyTypes(join(directory, 'none'), checker, () => undefined);
    expect(diagnostics).toMatchObject([{ code: 'FR4002' }]);
  });

  it('does not take a directory without code for a passed check', async () => {
    await mkdir(join(directory, 'stage'));
    const { diagnostics } = await verifyTypes(join(directory, 'stage'), checker, () => undefined);
    expect(diagnostics).toMatchObject([{ code: 'FR4002' }]);
  });
});
