import type { Fault } from '@flowright/runtime/mock';
import type { Place } from '../diagnostics/place.ts';

/** The tests of an integration: one file for each workflow that has acceptance criteria, and the payloads that they share. */
export interface TestsPlan {
  readonly files: readonly TestFilePlan[];
  readonly fixtures: readonly FixturePlan[];
}

export interface TestFilePlan {
  /** The workflow's id. */
  readonly workflow: string;
  /** Relative to the output folder: `test/order-paid.test.ts`. */
  readonly file: string;
  readonly criteria: readonly CriterionPlan[];
}

/** A payload that the spec gives in a file of its own. */
export interface FixturePlan {
  /** By which tests know it: `orderPaid`. */
  readonly name: string;
  /** `test/fixtures/order-paid.json` */
  readonly file: string;
  readonly data: unknown;
}

/** Data of a test: a fixture, or written where it is used. */
export type TestData = { readonly fixture: Pick<FixturePlan, 'name' | 'file'> } | { readonly value: unknown };

/** One acceptance criterion; without a scenario it is listed as not verified. */
export interface CriterionPlan {
  readonly id: string;
  readonly text: string;
  readonly place: Place;
  readonly scenario?: ScenarioPlan;
}

export interface ScenarioPlan {
  readonly given: GivenPlan;
  readonly when: StartPlan;
  readonly expect: readonly ExpectationPlan[];
}

export interface GivenPlan {
  readonly now?: string;
  readonly checkpoint?: Readonly<Record<string, unknown>>;
  /** The values of the connection. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly collections: readonly { readonly name: string; readonly items: TestData }[];
  /** What the record store holds, by model. */
  readonly records?: readonly { readonly name: string; readonly items: TestData }[];
  /** How many items a page of the mock systems holds at most. */
  readonly pageSize?: number;
  readonly faults: readonly Fault[];
  readonly settings?: Readonly<Record<string, string>>;
}

/** What starts the workflow. */
export type StartPlan =
  | {
      readonly kind: 'deliver';
      readonly body: TestData;
      readonly headers: Readonly<Record<string, string>>;
      readonly tamper?: 'body' | 'signature' | 'missingSignature' | 'json';
      /** The body is text that is sent as it is. */
      readonly raw?: true;
      readonly times: number;
      /** Between one delivery and the next. */
      readonly everyMs?: number;
    }
  | { readonly kind: 'fire'; readonly times: number }
  | { readonly kind: 'start'; readonly input?: TestData };

/** One thing that must have come of it. */
export type ExpectationPlan =
  | { readonly kind: 'response'; readonly status?: number; readonly body?: { readonly value: unknown } }
  | { readonly kind: 'saved' | 'records'; readonly model: string; readonly items: TestData }
  | { readonly kind: 'removed' | 'pruned'; readonly model: string; readonly ids: readonly (string | number)[] }
  | { readonly kind: 'returns'; readonly value: unknown }
  | {
      readonly kind: 'fails';
      readonly code: string;
      readonly message?: string;
      readonly details?: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'completed' }
  /** Not every delivery starts a run, but none may fail. */
  | { readonly kind: 'notFailed' }
  | { readonly kind: 'calls'; readonly calls: readonly ExpectedCallPlan[]; readonly anyOrder?: boolean }
  /** So many access tokens were given. */
  | { readonly kind: 'tokens'; readonly count: number }
  | { readonly kind: 'collection'; readonly name: string; readonly items: readonly unknown[] }
  | { readonly kind: 'checkpoint'; readonly fields: Readonly<Record<string, unknown>> };

export interface ExpectedCallPlan {
  readonly call: string;
  readonly times: number;
  /** Parts that are compared; a query as it is sent, its values being text. */
  readonly parts: Readonly<Record<string, unknown>>;
  /** Headers that it has, by their names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Every part that a call of the endpoint has is given. */
  readonly whole: boolean;
}
