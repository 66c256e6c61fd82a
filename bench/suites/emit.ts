import { emitIntegration } from '../../generator/emit/emit-integration.ts';
import { loadExamples } from '../build/load-examples.ts';
import { parseAndPrint } from '../build/parse-and-print.ts';
import { timeRatio } from '../measure/interleave.ts';
import type { Reading } from '../reading.ts';

/** All files of both examples, README and mocks included, beside TypeScript's parser and printer over the TypeScript among them. */
export async function emitSuite(): Promise<readonly Reading[]> {
  const examples = await loadExamples();
  const files = examples.flatMap((example) => example.files);
  const rounds = await timeRatio(
    async () => {
      for (const { plan } of examples) await emitIntegration(plan);
    },
    () => parseAndPrint(files),
    { rounds: 41, warmUps: 12 },
  );
  return [{ name: 'emit', what: 'emit ÷ (parse + print)', rounds, target: { atMost: 1.5 } }];
}
