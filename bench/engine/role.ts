/** A process of the engine's benchmark: `role.ts upstream`, `role.ts bare URL`, `role.ts embedded URL [FOLDER]`. Sends its own URL once it listens. */
import { startBare } from './bare.ts';
import { startEmbedded } from './embedded.ts';
import { startUpstream } from './upstream.ts';

const [role, target = '', dataDir] = process.argv.slice(2);
const url =
  role === 'upstream' ? startUpstream() : role === 'bare' ? startBare(target) : startEmbedded(target, dataDir);
process.send?.(await url);
