import type { DevEvent } from '../dev/dev-event.ts';
import { collectionStates } from '../dev/collections.ts';
import { devOutput } from '../dev/dev-output.ts';
import { findIntegration } from '../dev/find-integration.ts';
import { importIntegration, importMocks } from '../dev/import-integration.ts';
import { overview } from '../dev/overview.ts';
import { parseFault } from '../dev/parse-fault.ts';
import { readExamples } from '../dev/read-example.ts';
import { sendExamples } from '../dev/send-examples.ts';
import { startSession } from '../dev/start-session.ts';
import { isGood, judge, NOTHING_YET } from '../dev/verdict.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { CommandContext } from '../io.ts';

export interface DevOptions {
  readonly out: string;
  readonly send?: boolean;
  readonly once?: boolean;
  readonly fault: readonly string[];
  readonly port?: number;
}

/** `flowright dev <integration>` */
export async function devCommand(target: string, options: DevOptions, context: CommandContext): Promise<ExitCode> {
  const { cwd } = context.io;
  const found = await findIntegration(target, options.out, context);
  if (found === undefined) return EXIT.wrong;
  const integration = await importIntegration(found.folder, cwd);
  const definition = await importMocks(found.folder, cwd);
  const faults = options.fault.map((fault) => parseFault(fault, definition));
  const examples = found.specFile === undefined ? new Map() : await readExamples(found.specFile, integration, cwd);

  const output = devOutput(context);
  let verdict = NOTHING_YET;
  const tell = (event: DevEvent): void => {
    verdict = judge(verdict, event);
    output.event(event);
  };
  const once = options.once === true;
  const session = await startSession({
    integration,
    mocks: definition,
    faults,
    port: options.port ?? (once ? 0 : undefined),
    schedules: !once,
    tell,
  });
  const interrupted = interruption(context);
  try {
    const { running, mocks } = session;
    const now = Date.now();
    output.ready(
      overview(integration, examples, { url: running.url, settings: mocks.settings, mocks: mocks.urls, now }),
      { now, lines: !once },
    );
    const work = async (): Promise<ExitCode> => {
      if (once || options.send === true) await sendExamples(integration, examples, session, tell);
      if (!once) return await new Promise<never>(() => undefined);
      await running.engine.idle();
      output.outcome(verdict, collectionStates(definition, mocks));
      return isGood(verdict) ? EXIT.ok : EXIT.failed;
    };
    return await Promise.race([work(), interrupted.happened]);
  } finally {
    interrupted.forget();
    await session.close();
  }
}

function interruption({ io }: CommandContext): { readonly happened: Promise<ExitCode>; readonly forget: () => void } {
  const { promise, resolve } = Promise.withResolvers<ExitCode>();
  const forget = io.onInterrupt?.(() => {
    if (io.stderr.isTTY === true) io.stderr.write('\nstopping …\n');
    resolve(EXIT.interrupted);
  });
  return { happened: promise, forget: forget ?? (() => undefined) };
}
