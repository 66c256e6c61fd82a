import { FatalError } from '../../context/errors.ts';
import type { IntegrationDefinition } from '../../integration.ts';
import type { Redactor } from '../../settings/redactor.ts';
import { encode } from '../encode.ts';
import type { Kept } from '../encode.ts';
import { newRunId } from '../run-id.ts';
import type { RunRecord } from '../run.ts';
import type { Store } from './store.ts';

/** An event that is about to become a run. */
export interface NewEvent {
  readonly workflow: string;
  readonly tenant: string;
  readonly key: string;
  /** Absent: the event is its own. */
  readonly eventId: string | undefined;
  /** How long the event id is remembered; 0 where it is not. */
  readonly keepMs: number;
  readonly input: Kept;
  readonly notBefore: number;
}

/** Turns events into runs on disk. */
export class RunIntake<Clients> {
  readonly #integration: IntegrationDefinition<Clients>;
  readonly #store: Store;
  readonly #owner: string;
  readonly #redactor: Redactor;

  constructor(integration: IntegrationDefinition<Clients>, store: Store, owner: string, redactor: Redactor) {
    this.#integration = integration;
    this.#store = store;
    this.#owner = owner;
    this.#redactor = redactor;
  }

  /** Reads the input of a run that is started by code or by hand: throws for an unknown workflow or an input that does not fit. */
  read(workflow: string, input: unknown): Kept {
    const { name, workflows } = this.#integration;
    const found = Object.hasOwn(workflows, workflow) ? workflows[workflow] : undefined;
    if (found === undefined) throw new FatalError('not_found', `${name} has no workflow '${workflow}'`, { workflow });
    return this.keep(workflow, found.trigger.kind === 'schedule' ? input : found.trigger.parse(input));
  }

  /** An input that was read, in the form in which it is kept. */
  keep(workflow: string, input: unknown): Kept {
    return encode(input, `the input of the workflow '${workflow}'`, this.#redactor) ?? { text: 'null', value: null };
  }

  /** The run that the event started before, where it is remembered. Inside a write, for the answer to hold. */
  find(
    { workflow, tenant, eventId }: Pick<NewEvent, 'workflow' | 'tenant' | 'eventId'>,
    now: number,
  ): string | undefined {
    return eventId === undefined ? undefined : this.#store.dedupe.find(workflow, tenant, eventId, now);
  }

  /** Inserts the run of an event, inside a write. */
  insert({ workflow, tenant, key, eventId, keepMs, input, notBefore }: NewEvent, now: number): RunRecord {
    const { version } = this.#integration;
    const id = newRunId(now);
    const run = { id, workflow, tenant, key, eventId: eventId ?? id, version, acceptedAt: now, notBefore };
    const seq = this.#store.runs.insert({ ...run, owner: this.#owner, input: input.text });
    if (eventId !== undefined && keepMs > 0) this.#store.dedupe.put(workflow, tenant, eventId, id, now + keepMs);
    return { ...run, seq, status: 'queued', input: input.value };
  }
}
