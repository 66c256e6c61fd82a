/** Whether what an endpoint says of its GraphQL document names a file: a document itself has braces. */
export function isGraphqlFile(graphql: string): boolean {
  return !graphql.includes('{');
}
