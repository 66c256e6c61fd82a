import type { TablePlan } from '../../ir/table.ts';
import {
  array,
  construct,
  constDeclaration,
  globalName,
  Imports,
  keywordType,
  literal,
  literalType,
  referenceType,
  sourceFile,
  unionType,
  type EmittedFile,
} from '../syntax/index.ts';

/** `src/tables/<id>.ts`: a Map, as any text may be looked up: on an object `constructor` would find a function. */
export function emitTable({ symbol, doc, entries }: TablePlan): EmittedFile {
  const values = [...new Set(entries.map(([, value]) => value))];
  const types = [keywordType('string'), unionType(values.map(literalType))];
  const rows = array(
    entries.map(([key, value]) => array([literal(key), literal(value)])),
    { multiline: entries.length > 1 },
  );
  // TypeScript finds the type by itself where all values are texts, or all are numbers.
  const isPlain = new Set(values.map((value) => typeof value)).size === 1;
  const value = construct(globalName('Map'), entries.length === 0 ? [] : [rows], isPlain ? undefined : types);
  const imports = new Imports(symbol.file, [symbol.name]);
  return sourceFile({
    path: symbol.file,
    imports,
    content: [constDeclaration({ name: symbol.name, doc, type: referenceType('ReadonlyMap', types), value })],
  });
}
