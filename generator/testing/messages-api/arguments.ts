import { parseArgs } from 'node:util';
import { FAULTS, type Fault } from './script.ts';

export interface StubArguments {
  readonly port: number;
  readonly recordings: string;
  readonly key: string | undefined;
  /** Faults that come before the replies, one a question, in this order. */
  readonly faults: readonly Fault[];
  /** Seconds of `retry-after`. */
  readonly retryAfter: number | undefined;
}

export const USAGE = `npm run messages-stub -- [--port 0] [--recordings evals/recordings] [--key KEY] [--fault NAME[:TIMES]]… [--retry-after SECONDS]

Speaks the Messages API on loopback and answers with recorded replies, so that filling can be tried without a key:

  ANTHROPIC_API_KEY=any flowright gaps fill --provider anthropic --base-url http://127.0.0.1:PORT

Faults: ${FAULTS.join(', ')}`;

/** Reads the arguments; a string says what is wrong with them. */
export function readArguments(argv: readonly string[]): StubArguments | string {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string', default: '0' },
        recordings: { type: 'string', default: 'evals/recordings' },
        key: { type: 'string' },
        fault: { type: 'string', multiple: true, default: [] },
        'retry-after': { type: 'string' },
      },
    });
    const after = values['retry-after'];
    return {
      port: numberOf('--port', values.port),
      recordings: values.recordings,
      key: values.key,
      faults: values.fault.flatMap(faultsOf),
      retryAfter: after === undefined ? undefined : numberOf('--retry-after', after),
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function numberOf(option: string, text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new Error(`${option} takes a number, not '${text}'`);
  return Number(text);
}

/** `overloaded:3`: three times. */
function faultsOf(text: string): readonly Fault[] {
  const [name = '', times = '1'] = text.split(':');
  const fault = FAULTS.find((one) => one === name);
  if (fault === undefined) throw new Error(`there is no fault '${name}': they are ${FAULTS.join(', ')}`);
  return Array.from({ length: numberOf(`--fault ${name}`, times) }, () => fault);
}
