export { emitModel, emitModels } from './emit-model.ts';
export { modelSymbols, type ModelSymbol, type ModelSymbols } from './symbols.ts';
export { unsupportedKeywords, type UnsupportedKeyword } from './unsupported-keywords.ts';
