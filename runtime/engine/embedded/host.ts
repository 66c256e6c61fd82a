import type { Reply } from '../../context/context.ts';
import type { Json } from '../../context/json.ts';
import type { Logger } from '../../context/logger.ts';
import type { Transport } from '../../http/transport.ts';
import type { UnsafeRequest, UnsafeSend } from '../../http/unsafe-send.ts';
import type { IntegrationDefinition } from '../../integration.ts';
import type { Redactor } from '../../settings/redactor.ts';
import type { Clock } from '../clock.ts';
import type { EngineEvent } from '../event.ts';
import type { RunRecord } from '../run.ts';
import type { Alarms } from './alarms.ts';
import type { InFlight } from './in-flight.ts';
import type { RunIntake } from './run-intake.ts';
import type { RunQueue } from './run-queue.ts';
import type { Store } from './store.ts';

/** What a step tells the transport; each field is computed when it is read. */
export interface StepIdentity {
  readonly idempotencyKey: string;
  readonly signal: AbortSignal;
  readonly tenant: string;
  /** Resolves once it is on disk that a request is about to be sent that must not be sent twice; where it rejects, nothing may be sent. */
  beforeUnsafeSend(request: UnsafeRequest): Promise<UnsafeSend>;
}

/** Makes the transport of one step: what `createTransport` returns, or a fake. */
export interface StepTransport {
  forStep(step: StepIdentity): Transport;
}

/** What the parts of the engine share. */
export interface Host<Clients> {
  readonly integration: IntegrationDefinition<Clients>;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Logger;
  readonly redactor: Redactor;
  readonly transport: StepTransport;
  /** The values of the connection. */
  readonly metadata: Json;
  /** The values of the systems' variables, by the names of their settings. */
  readonly variables: Readonly<Record<string, string>>;
  readonly intake: RunIntake<Clients>;
  readonly queue: RunQueue;
  readonly alarms: Alarms;
  /** Steps that execute, and the writes of their results. */
  readonly inFlight: InFlight;
  /** Aborts when a closing engine has waited long enough. */
  readonly signal: AbortSignal;
  /** No new step may begin. */
  closing(): boolean;
  /** False where nobody watches, so that no event need be made. */
  watched(): boolean;
  emit(event: EngineEvent): void;
  /** Puts a run that is on disk into the queue. */
  admit(run: RunRecord, resumed: boolean): void;
  /** The store did not take a write of the run: it is taken up again from its journal later. */
  storeFailed(run: RunRecord, error: unknown): void;
  replied(run: RunRecord, reply: Reply): void;
}
