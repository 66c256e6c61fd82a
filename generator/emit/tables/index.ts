export { anyKeySymbol, emitTable } from './emit-table.ts';
