import type { SymbolRef } from '../../ir/symbol.ts';
import type { TablePlan } from '../../ir/table.ts';
import {
  array,
  asConst,
  construct,
  constDeclaration,
  entry,
  globalName,
  identifier,
  Imports,
  keywordType,
  literal,
  literalType,
  method,
  object,
  referenceType,
  sourceFile,
  unionType,
  type Declaration,
  type EmittedFile,
} from '../syntax/index.ts';

/**
 * `src/tables/<id>.ts`: an object where all that is looked up is known to be in it, so that TypeScript knows it, too. Any
 * other text is looked up in a Map: in an object `constructor` would find a function.
 */
export function emitTable(table: TablePlan): EmittedFile {
  const { symbol } = table;
  const content = {
    any: (): Declaration[] => [anyKey(table)],
    known: (): Declaration[] => [knownKeys(table)],
    both: (): Declaration[] => [knownKeys(table), anyKeyOfKnown(table)],
  }[table.lookups]();
  return sourceFile({
    path: symbol.file,
    imports: new Imports(symbol.file, [symbol.name, anyKeySymbol(table).name]),
    content,
  });
}

/** The Map of a table, in which any text is looked up. */
export function anyKeySymbol({ symbol, lookups }: TablePlan): SymbolRef {
  return lookups === 'any' ? symbol : { ...symbol, name: `${symbol.name}ByText` };
}

function knownKeys({ symbol, doc, entries }: TablePlan): Declaration {
  const fields = object(
    entries.map(([key, value]) => entry(key, literal(value))),
    { multiline: entries.length > 1 },
  );
  return constDeclaration({ name: symbol.name, doc, value: asConst(fields) });
}

function anyKeyOfKnown(table: TablePlan): Declaration {
  const { symbol, entries } = table;
  const value = construct(globalName('Map'), [method(globalName('Object'), 'entries', [identifier(symbol.name)])]);
  return constDeclaration({
    name: anyKeySymbol(table).name,
    doc: 'The same for any text.',
    type: referenceType('ReadonlyMap', typesOf(entries)),
    value,
  });
}

function anyKey({ symbol, doc, entries }: TablePlan): Declaration {
  const types = typesOf(entries);
  const rows = array(
    entries.map(([key, value]) => array([literal(key), literal(value)])),
    { multiline: entries.length > 1 },
  );
  // TypeScript finds the type by itself where all values are texts, or all are numbers.
  const isPlain = new Set(entries.map(([, value]) => typeof value)).size === 1;
  const value = construct(globalName('Map'), entries.length === 0 ? [] : [rows], isPlain ? undefined : types);
  return constDeclaration({ name: symbol.name, doc, type: referenceType('ReadonlyMap', types), value });
}

function typesOf(
  entries: TablePlan['entries'],
): readonly [ReturnType<typeof keywordType>, ReturnType<typeof unionType>] {
  const values = [...new Set(entries.map(([, value]) => value))];
  return [keywordType('string'), unionType(values.map(literalType))];
}
