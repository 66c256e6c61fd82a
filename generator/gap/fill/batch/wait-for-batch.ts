import type { Failed } from '../../provider/provider.ts';
import type { FillParts } from '../fill-parts.ts';
import type { BatchParts } from './ask-in-batch.ts';
import type { BatchService } from './batch-service.ts';

/** Milliseconds between two looks at a batch: the first, and the longest. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;

/** Looks that may fail one after the other: the batch goes on whether anybody looks or not. */
const PATIENCE = 5;

/** Looks at a batch until it has ended; a failure is why nobody looks any more. */
export async function waitForBatch(
  id: string,
  resumed: boolean,
  service: BatchService,
  { tell, signal }: Pick<FillParts, 'tell' | 'signal'>,
  wait: BatchParts['wait'],
): Promise<Failed | undefined> {
  let failed = 0;
  for (let milliseconds = FIRST_WAIT; ; milliseconds = Math.min(milliseconds * 1.5, LONGEST_WAIT)) {
    const looked = await service.look(id, signal);
    if (looked.ok) {
      failed = 0;
      tell({ type: 'batch', id, resumed, counts: looked.value.counts });
      if (looked.value.ended) return undefined;
    } else {
      failed += 1;
      if (looked.failure.fatal || signal.aborted || failed >= PATIENCE) return looked.failure;
    }
    await wait(milliseconds, signal);
  }
}
