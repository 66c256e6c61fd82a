/** The billing integration as a process that a test can kill: it stands at one time, and fires its schedule unless a run is there to be taken up. */
import { createLogger, createRedactor, startIntegration, systemClock } from '@flowright/runtime';
import { integration } from '../../out/stripe-warehouse/src/triggers.ts';

const { FLOWRIGHT_DATA_DIR: dataDir = '', NOW: now = '' } = process.env;
const log = createLogger({ name: integration.name, redactor: createRedactor([]) });
const clock = { ...systemClock, now: () => Date.parse(now) };
const { url, engine } = await startIntegration(integration, {
  environment: process.env,
  dataDir,
  log,
  clock,
  schedules: false,
});
if (engine.list().every(({ status }) => status === 'completed')) await engine.fire('syncInvoices');
log.info({ url }, 'listening');
