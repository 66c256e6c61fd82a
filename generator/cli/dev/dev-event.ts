import type { EngineEvent } from '@flowright/runtime';
import type { RecordedRequest } from '@flowright/runtime/mock';

/** What `dev` shows as it happens; `--json` prints each as a line. `at` is epoch milliseconds. */
export type DevEvent =
  | EngineEvent
  | { readonly type: 'request'; readonly at: number; readonly method: string; readonly path: string }
  | {
      readonly type: 'answer';
      readonly at: number;
      readonly method: string;
      readonly path: string;
      readonly status: number;
      readonly durationMs: number;
    }
  /** A mock system was asked. */
  | { readonly type: 'call'; readonly at: number; readonly request: RecordedRequest }
  /** What the integration says beside the events of its runs. */
  | {
      readonly type: 'log';
      readonly at: number;
      readonly level: 'warn' | 'error';
      readonly message: string;
      readonly reason?: string;
    };

export type DevListener = (event: DevEvent) => void;
