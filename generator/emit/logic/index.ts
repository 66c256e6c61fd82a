export { emitLogic } from './emit-logic.ts';
