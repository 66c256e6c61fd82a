import { deepStrictEqual } from 'node:assert/strict';
import path from 'node:path';
import { buildSpec } from '../build/build-spec.ts';
import { loadFunction } from '../build/load-function.ts';
import { payloadsOf, type Kind } from '../build/payloads.ts';
import { repository } from '../build/repository.ts';
import { inTemporaryFolder } from '../build/temporary-folder.ts';
import { throughputRatio } from '../measure/throughput-ratio.ts';
import type { Reading } from '../reading.ts';

const TARGETS: Readonly<Record<Kind, number>> = { flat: 0.9, nested: 0.9, dates: 0.7, lookups: 0.7, aggregates: 0.4 };

/** The mapping that `specs/` compiles to, beside the one in `hand-written/`: first the same results, then the time. */
export async function mappingSuite(kind: Kind): Promise<readonly Reading[]> {
  return await inTemporaryFolder(async (folder) => {
    const output = await buildSpec(`bench/specs/${kind}.integration.yaml`, folder);
    const generated = await loadFunction(path.join(output, 'src', 'mappings', 'mapping.ts'), 'mapping');
    const written = await loadFunction(path.join(repository, 'bench', 'hand-written', `${kind}.ts`), 'mapping');
    const payloads = payloadsOf(kind);
    for (const payload of payloads) deepStrictEqual(generated(payload), written(payload));
    const rounds = await throughputRatio(generated, written, payloads);
    return [{ name: `mapping-${kind}`, what: 'generated ÷ hand-written', rounds, target: { atLeast: TARGETS[kind] } }];
  });
}
