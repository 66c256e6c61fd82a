/** The operation and the variables of a GraphQL request; both absent where the body is none. */
export function graphqlRequest(body: unknown): { readonly document?: string; readonly variables: unknown } {
  const { query, variables }: { readonly query?: unknown; readonly variables?: unknown } = Object(body);
  return { ...(typeof query === 'string' && { document: query }), variables: variables ?? {} };
}
