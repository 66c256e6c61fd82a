export { emitTable } from './emit-table.ts';
