/**
 * `npm run bench`: prints what this code promises of its speed, as ratios taken in one run beside their targets.
 * `--only NAME` (the start of a name is enough), `--full` with the long ones, `--json`.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Reading } from './reading.ts';
import { renderJson } from './report/json.ts';
import { renderTable } from './report/table.ts';
import { SUITES, type Suite } from './suites.ts';

const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, full: { type: 'boolean' }, json: { type: 'boolean' } },
});
const { only = [], full = false, json = false } = values;
const chosen = SUITES.filter(({ name, isLong }) =>
  only.length === 0
    ? full || isLong !== true
    : only.some((wish) => name.startsWith(wish) || wish.startsWith(`${name}-`)),
);
if (chosen.length === 0) {
  process.stderr.write(
    `No benchmark is called ${only.join(', ')}. There are: ${SUITES.map(({ name }) => name).join(', ')}.\n`,
  );
  process.exit(2);
}

const readings: Reading[] = [];
for (const suite of chosen) {
  process.stderr.write(`${suite.name} …\n`);
  try {
    readings.push(...(await inProcessOfItsOwn(suite)));
  } catch (error) {
    // Its process has said why; the others are worth their numbers all the same.
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
process.stdout.write(`${json ? renderJson(readings) : renderTable(readings, process.stdout)}\n`);

/** Neither the garbage nor the compiled code of one suite weighs on the next. Without a loader: Node strips the types itself. */
async function inProcessOfItsOwn({ name }: Suite): Promise<readonly Reading[]> {
  const child = fork(fileURLToPath(new URL('run-suite.ts', import.meta.url)), [name], {
    execArgv: [],
    serialization: 'advanced',
  });
  return await new Promise((resolve, reject) => {
    let sent: readonly Reading[] | undefined;
    child.once('message', (message: readonly Reading[]) => (sent = message));
    child.once('exit', (code) =>
      sent === undefined ? reject(new Error(`the suite ${name} ended with ${code}`)) : resolve(sent),
    );
  });
}
