export { emitMapping } from './emit-mapping.ts';
