import type {
  ApiRequest,
  BodyKind,
  ErrorRule,
  Method,
  QueryStyle,
  SystemDefinition,
  SystemRetry,
} from '@flowright/runtime';
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
  /** In place of the system's. */
  readonly baseUrl?: string;
  /** The path's pieces: literal text, or a parameter by name, of one segment or several. */
  readonly path: readonly (string | { readonly param: string; readonly segments?: true })[];
  /** Everything the caller gives, in order; none: the operation takes no input. */
  readonly inputs: readonly OperationInput[];
  readonly inputType: string;
  readonly query: readonly OperationField[];
  readonly headers: readonly OperationField[];
  readonly hasBody: boolean;
  /** Absent: JSON. */
  readonly bodyKind?: Exclude<BodyKind, 'json'>;
  /** How lists stand in a form; absent: their name is repeated. */
  readonly formLists?: Exclude<NonNullable<ApiRequest<unknown>['formLists']>, 'repeat'>;
  /** The text of a GraphQL operation, whose variables the body holds. */
  readonly document?: string;
  /** Absent: JSON. */
  readonly responseBody?: Exclude<NonNullable<ApiRequest<unknown>['responseBody']>, 'json' | 'none'>;
  /** Absent: nothing is read from the answer. */
  readonly response?: Type;
  /** The parser of the response, by the name that its model's file exports; a shape without a name gets one in the client's file. */
  readonly retrySafe: boolean;
  readonly idempotencyHeader?: string;
  readonly errors: readonly ErrorRule[];
  readonly timeoutMs?: number;
  /** In place of what the system's says. */
  readonly retry?: Partial<SystemRetry>;
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
  | {
      readonly name: string;
      readonly input: string;
      readonly default?: string | number | boolean;
      /** Of a list in the query; absent: its name is repeated. */
      readonly style?: QueryStyle;
      readonly sendEmpty?: true;
    };
