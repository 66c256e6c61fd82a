import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { repository } from '../build/repository.ts';
import { inTemporaryFolder } from '../build/temporary-folder.ts';
import { watchedRun } from '../build/watched-run.ts';
import type { Reading } from '../reading.ts';

const SPECS = 1000;
const TEMPLATE = 'spec/templates/webhook-to-api';

/** One `flowright build` of a thousand variants of a template: how long it takes, and what its processes hold together at most. */
export async function thousandSuite(): Promise<readonly Reading[]> {
  return await inTemporaryFolder(async (folder) => {
    await writeVariants(path.join(folder, 'specs'));
    const began = performance.now();
    const bytes = await watchedRun(
      [path.join(repository, 'dist', 'cli', 'main.js'), 'build', 'specs', '--out', 'out'],
      folder,
    );
    const seconds = (performance.now() - began) / 1000;
    return [
      { name: 'thousand-time', what: `build of ${SPECS} specs`, unit: 's', rounds: [seconds], target: { atMost: 60 } },
      {
        name: 'thousand-memory',
        what: `build of ${SPECS} specs, all processes`,
        unit: 'MB',
        rounds: [bytes / 1e6],
        target: { atMost: 1000 },
      },
    ];
  });
}

async function writeVariants(folder: string): Promise<void> {
  const spec = await readFile(path.join(repository, TEMPLATE, 'webhook-to-api.integration.yaml'), 'utf8');
  const payloads = await Promise.all(
    ['submission.json', 'submission-short.json'].map(async (name) => ({
      name,
      text: await readFile(path.join(repository, TEMPLATE, 'payloads', name), 'utf8'),
    })),
  );
  for (let n = 0; n < SPECS; n += 1) {
    const own = path.join(folder, String(n));
    await mkdir(path.join(own, 'payloads'), { recursive: true });
    await writeFile(
      path.join(own, `variant-${n}.integration.yaml`),
      spec.replace(/^name: .*$/mu, `name: variant-${n}`),
    );
    for (const { name, text } of payloads) await writeFile(path.join(own, 'payloads', name), text);
  }
}
