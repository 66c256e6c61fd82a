export { emitMain } from './emit-main.ts';
