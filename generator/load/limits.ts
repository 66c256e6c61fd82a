/** What a spec, or a file that it refers to, may be at most. No real one comes near. */
export const limits = {
  /** Of a file. */
  bytes: 2 * 1024 * 1024,
  /** Of an OpenAPI document. */
  documentBytes: 64 * 1024 * 1024,
  /** Lists and objects within each other. */
  depth: 100,
  /** Values that aliases stand for, all together. */
  aliased: 100_000,
} as const;
