export { startMocks, type MockOptions, type MockServer } from './server.ts';
export { exampleOf, type ExampleOptions, type SchemaResolver } from './example-of.ts';
export type { Fault, FaultAction, RecordedRequest } from './fault.ts';
export type { JsonPath } from './json-path.ts';
export type { RequestListener } from './request-log.ts';
export type * from './definition.ts';
