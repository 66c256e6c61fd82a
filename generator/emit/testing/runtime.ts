export { GapUnfilledError } from '../../../runtime/context/errors.ts';
export { readPath } from '../../../runtime/http/read-path.ts';
export * from '../../../runtime/ops/index.ts';
