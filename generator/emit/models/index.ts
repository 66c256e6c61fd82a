export { emitModel, emitModels } from './emit-model.ts';
export { modelSymbols, type ModelSymbol, type ModelSymbols } from './symbols.ts';
