import { formatFiles } from '../../generator/format/format-files.ts';
import { loadExamples } from '../build/load-examples.ts';
import { parseAndPrint } from '../build/parse-and-print.ts';
import { timeRatio } from '../measure/interleave.ts';
import type { Reading } from '../reading.ts';

/** The formatter over all files of both examples, beside TypeScript's parser and printer over the TypeScript among them. */
export async function formatSuite(): Promise<readonly Reading[]> {
  const examples = await loadExamples();
  const emitted = examples.flatMap((example) => example.emitted);
  const rounds = await timeRatio(
    async () => await formatFiles(emitted),
    () => parseAndPrint(emitted),
    { rounds: 41, warmUps: 12 },
  );
  return [{ name: 'format', what: 'format ÷ (parse + print)', rounds, target: { atMost: 0.5 } }];
}
