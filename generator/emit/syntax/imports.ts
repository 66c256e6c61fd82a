import type { SymbolRef } from '../../ir/symbol.ts';
import { identifier } from './identifier.ts';
import { relativeSpecifier } from './relative-specifier.ts';
import { stringLiteral } from './literal.ts';
import { ts, type IdentifierNode, type StatementNode } from './typescript.ts';

export interface ImportLine {
  readonly moduleSpecifier: string;
  readonly isTypeOnly: boolean;
  readonly namedImports: readonly { readonly name: string; readonly isTypeOnly: boolean; readonly alias?: string }[];
}

interface Imported {
  readonly local: string;
  /** Imported for its type only, so far. */
  typeOnly: boolean;
}

/** What one file imports, gathered while its code is built. Names that its locals use are imported under another one. */
export class Imports {
  readonly #file: string;
  /** Names at the top level: what the file declares, and what it imports. */
  readonly #top: Set<string>;
  /** Names within its functions. */
  readonly #inner = new Set<string>();
  readonly #modules = new Map<string, Map<string, Imported>>();
  /** JSON files by specifier, with their names. */
  readonly #json = new Map<string, string>();

  /** `file` is relative to the output folder; `declared` are the names that the file declares at its top level. */
  constructor(file: string, declared: Iterable<string> = []) {
    this.#file = file;
    this.#top = new Set(declared);
  }

  /** A value that another file (or this one) declares. */
  use(symbol: SymbolRef): IdentifierNode {
    return symbol.file === this.#file
      ? identifier(symbol.name)
      : this.useFrom(relativeSpecifier(this.#file, symbol.file), symbol.name);
  }

  /** A type that another file (or this one) declares. */
  useType(symbol: SymbolRef): IdentifierNode {
    return symbol.file === this.#file
      ? identifier(symbol.name)
      : this.useTypeFrom(relativeSpecifier(this.#file, symbol.file), symbol.name);
  }

  useRuntime(name: string): IdentifierNode {
    return this.useFrom('@flowright/runtime', name);
  }

  useRuntimeType(name: string): IdentifierNode {
    return this.useTypeFrom('@flowright/runtime', name);
  }

  useFrom(specifier: string, name: string): IdentifierNode {
    return this.#import(specifier, name, false);
  }

  /** The content of a JSON file of the output, by this name. */
  useJson(name: string, file: string): IdentifierNode {
    const specifier = relativeSpecifier(this.#file, file);
    const local = this.#json.get(specifier) ?? this.#free(name);
    this.#top.add(local);
    this.#json.set(specifier, local);
    return identifier(local);
  }

  useTypeFrom(specifier: string, name: string): IdentifierNode {
    return this.#import(specifier, name, true);
  }

  /** The names that a variable of the file must not hide. */
  names(): Iterable<string> {
    return this.#top;
  }

  /** Says that a function of the file binds a name, so that no import takes it from now on. */
  reserve(name: string): void {
    this.#inner.add(name);
  }

  #import(specifier: string, name: string, typeOnly: boolean): IdentifierNode {
    const module = this.#modules.get(specifier) ?? new Map<string, Imported>();
    this.#modules.set(specifier, module);
    const known = module.get(name);
    if (known !== undefined) {
      known.typeOnly &&= typeOnly;
      return identifier(known.local);
    }
    const local = this.#free(name);
    this.#top.add(local);
    module.set(name, { local, typeOnly });
    return identifier(local);
  }

  #free(name: string): string {
    let local = name;
    for (let count = 2; this.#top.has(local) || this.#inner.has(local); count += 1) local = `${name}${count}`;
    return local;
  }

  /** Packages first, then other files, each sorted; one line per module. Names that nothing uses are left out. */
  declarations(isUsed: (local: string) => boolean = () => true): StatementNode[] {
    const modules = this.#lines(isUsed).map((line) => ({ specifier: line.moduleSpecifier, node: moduleImport(line) }));
    const json = [...this.#json].map(([specifier, local]) => ({ specifier, node: jsonImport(specifier, local) }));
    return [...modules, ...json].toSorted((a, b) => bySpecifier(a.specifier, b.specifier)).map(({ node }) => node);
  }

  #lines(isUsed: (local: string) => boolean): ImportLine[] {
    return [...this.#modules]
      .toSorted(([a], [b]) => bySpecifier(a, b))
      .flatMap(([moduleSpecifier, names]) => {
        const entries = [...names].filter(([, { local }]) => isUsed(local)).toSorted(([a], [b]) => compare(a, b));
        if (entries.length === 0) return [];
        const isTypeOnly = entries.every(([, { typeOnly }]) => typeOnly);
        const namedImports = entries.map(([name, imported]) => ({
          name,
          isTypeOnly: imported.typeOnly && !isTypeOnly,
          ...(imported.local !== name && { alias: imported.local }),
        }));
        return [{ moduleSpecifier, isTypeOnly, namedImports }];
      });
  }
}

function moduleImport({ moduleSpecifier, isTypeOnly, namedImports }: ImportLine): StatementNode {
  const names = namedImports.map((one) =>
    ts.factory.createImportSpecifier(
      one.isTypeOnly,
      one.alias === undefined ? undefined : ts.factory.createIdentifier(one.name),
      identifier(one.alias ?? one.name),
    ),
  );
  const clause = ts.factory.createImportClause(
    isTypeOnly ? ts.SyntaxKind.TypeKeyword : undefined,
    undefined,
    ts.factory.createNamedImports(names),
  );
  return ts.factory.createImportDeclaration(undefined, clause, stringLiteral(moduleSpecifier));
}

/** `import order from './order.json' with { type: 'json' };` */
function jsonImport(specifier: string, local: string): StatementNode {
  const clause = ts.factory.createImportClause(undefined, identifier(local), undefined);
  const type = ts.factory.createImportAttribute(ts.factory.createIdentifier('type'), stringLiteral('json'));
  return ts.factory.createImportDeclaration(
    undefined,
    clause,
    stringLiteral(specifier),
    ts.factory.createImportAttributes(ts.factory.createNodeArray([type])),
  );
}

function bySpecifier(a: string, b: string): number {
  return Number(a.startsWith('.')) - Number(b.startsWith('.')) || compare(a, b);
}

/** By code unit: the order must not depend on a locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
