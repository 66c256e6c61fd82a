export { emitTriggers, INTEGRATION } from './emit-triggers.ts';
