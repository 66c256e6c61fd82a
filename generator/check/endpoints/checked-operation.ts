import type { SpecPath } from '../../diagnostics/place.ts';
import type { OperationPlan } from '../../ir/system.ts';
import type { Type } from '../../shape/type.ts';
import type { Endpoint } from '../../spec/types.ts';

/** A parameter of a call: where the spec names it, and the field of the client's input that it becomes. */
export interface CallParameter {
  readonly in: 'path' | 'query' | 'headers' | 'body';
  /** As the API calls it. */
  readonly name: string;
  readonly input: string;
  readonly type: Type;
}

/** An endpoint with everything decided but the names of its TypeScript types. */
export interface CheckedOperation extends Omit<OperationPlan, 'inputType'> {
  readonly system: string;
  readonly parameters: readonly CallParameter[];
  readonly endpoint: Endpoint;
  readonly at: SpecPath;
  /** Names of the models of the body and of the answer. */
  readonly requestModel?: string;
  readonly responseModel?: string;
}
