import { startIntegration, type IntegrationDefinition, type RunningIntegration } from '@flowright/runtime';
import { startMocks, type Fault, type MockDefinition, type MockServer } from '@flowright/runtime/mock';
import { systemCode } from '../../diagnostics/system-code.ts';
import { failWith } from '../diagnostic-error.ts';
import type { DevListener } from './dev-event.ts';
import { devLog } from './dev-log.ts';
import { watchRequests } from './watch-requests.ts';

export interface SessionOptions {
  readonly integration: IntegrationDefinition<unknown>;
  readonly mocks: MockDefinition;
  readonly faults: readonly Fault[];
  /** The usual port, or any free one, where absent. */
  readonly port: number | undefined;
  /** Whether schedules fire by themselves. */
  readonly schedules: boolean;
  readonly tell: DevListener;
}

/** An integration that runs with its mock systems, all in this process and in memory. */
export interface Session {
  readonly running: RunningIntegration;
  readonly mocks: MockServer;
  close(): Promise<void>;
}

const USUAL_PORT = 3000;
/** What goes on when a person wants to stop is only a try. */
const GRACE_MS = 1_000;

export async function startSession({
  integration,
  mocks: definition,
  faults,
  port,
  schedules,
  tell,
}: SessionOptions): Promise<Session> {
  const mocks = await startMocks(definition);
  for (const fault of faults) mocks.fault(fault);
  mocks.onRequest((request) => tell({ type: 'call', at: request.at, request }));
  const start = (at: number): Promise<RunningIntegration> =>
    startIntegration(integration, { environment: mocks.settings, port: at, schedules, log: devLog(tell) });
  try {
    const running = await start(port ?? USUAL_PORT).catch((error: unknown) => {
      if (port === undefined && isTaken(error)) return start(0);
      throw error;
    });
    running.engine.onEvent(tell);
    const unwatch = watchRequests(Number(new URL(running.url).port), tell);
    return {
      running,
      mocks,
      async close() {
        await running.close(GRACE_MS);
        await mocks.close();
        unwatch();
      },
    };
  } catch (error) {
    await mocks.close();
    if (isTaken(error)) throw failWith('FR6010', { port: port ?? USUAL_PORT }, error);
    throw error;
  }
}

function isTaken(error: unknown): boolean {
  const code = systemCode(error);
  return code === 'EADDRINUSE' || code === 'EACCES';
}
