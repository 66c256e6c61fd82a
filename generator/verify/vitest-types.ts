/** Where the checker finds them; files that begin with a dot are not part of what is checked. */
export const VITEST_TYPES_FILE = '.flowright-vitest.d.ts';

/** As much of vitest's types as generated tests use: its own take longer to read than all generated code, and need it to be installed. */
export const VITEST_TYPES = `interface Expectation {
  toBe(value: unknown): void;
  toEqual(value: unknown): void;
  toMatchObject(value: object): void;
}
interface Matchers {
  objectContaining(fields: object): unknown;
}
export declare const expect: Matchers & { (value: unknown): Expectation; readonly not: Matchers };
export declare const test: { (name: string, work: () => Promise<void>): void; todo(name: string): void };
export declare function onTestFinished(work: () => Promise<void>): void;
`;
