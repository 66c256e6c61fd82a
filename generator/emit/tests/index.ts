export { emitTests } from './emit-tests.ts';
