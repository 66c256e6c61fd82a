import type { ErrorRule, Method, SystemDefinition } from '@flowright/runtime';
import type { Type } from '../shape/type.ts';
import type { PaginationPlan } from './pagination.ts';
import type { Planned } from './symbol.ts';

/** One external system: its definition for the runtime, and a client with the operations that workflows use. */
export interface SystemPlan extends Planned {
  readonly title: string;
  readonly docs?: string;
  readonly definition: SystemDefinition;
  /** The function that makes the client (`hubspotClient`), its type (`HubspotClient`), and its name among the clients (`hubspot`). */
  readonly client: { readonly factory: string; readonly type: string; readonly name: string };
  readonly operations: readonly OperationPlan[];
}

export interface OperationPlan {
  /** The endpoint's id. */
  readonly id: string;
  readonly name: string;
  readonly doc: string;
  readonly method: Method;
  /** The path's pieces: literal text, or a parameter by name. */
  readonly path: readonly (string | { readonly param: string })[];
  /** Everything the caller gives, in order; none: the operation takes no input. */
  readonly inputs: readonly OperationInput[];
  readonly inputType: string;
  readonly query: readonly OperationField[];
  readonly headers: readonly OperationField[];
  readonly hasBody: boolean;
  /** Absent: nothing is read from the answer. */
  readonly response?: Type;
  /** The parser of the response, by the name that its model's file exports; a shape without a name gets one in the client's file. */
  readonly retrySafe: boolean;
  readonly idempotencyHeader?: string;
  readonly errors: readonly ErrorRule[];
  readonly timeoutMs?: number;
  readonly pagination?: PaginationPlan;
}

/** `name` is the field of the input object; `body` for the body. */
export interface OperationInput {
  readonly name: string;
  readonly type: Type;
  readonly doc?: string;
}

/** A query parameter or header: constant, or taken from the input. */
export type OperationField =
  | { readonly name: string; readonly const: string | number | boolean }
  | { readonly name: string; readonly input: string; readonly default?: string | number | boolean };
