/** What a GraphQL server answered: its data, or what went wrong, as one text. Undefined for what no GraphQL server answers. */
export interface GraphqlAnswer {
  readonly data: unknown;
  readonly errors?: string;
}

/** Splits the body of a GraphQL answer (spec of October 2021, section 7.1). Partial data beside errors is a failure too. */
export function graphqlAnswer(body: unknown): GraphqlAnswer | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const { data, errors }: { readonly data?: unknown; readonly errors?: unknown } = Object(body);
  const failed = Array.isArray(errors) ? errors.length > 0 : errors !== undefined && errors !== null;
  return failed ? { data: undefined, errors: messageOf(errors) } : { data: data ?? null };
}

function messageOf(errors: unknown): string {
  const first: unknown = Array.isArray(errors) ? errors[0] : errors;
  if (typeof first === 'string') return first;
  const { message }: { readonly message?: unknown } = Object(first);
  return typeof message === 'string' && message !== '' ? message : 'the GraphQL server reported an error';
}
