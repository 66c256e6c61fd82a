import type { SymbolRef } from '../../plan/ir/symbol.ts';
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

  /** `file` is relative to the output folder; `declared` are the names that the file declares at its top level. */
  constructor(file: string, declared: Iterable<string> = []) {
    this.#file = file;
    this.#top = new Set(declared);
  }

  /** A value that another file (or this one) declares. */
  use(symbol: SymbolRef): IdentifierNode {
    return symbol.file === this.#file ? identifier(symbol.name) : this.useFrom(relativeSpecifier(this.#file, symbol.file), symbol.name);
  }

  /** A type that another file (or this one) declares. */
  useType(symbol: SymbolRef): IdentifierNode {
    return symbol.file === this.#file ? identifier(symbol.name) : this.useTypeFrom(relativeSpecifier(this.#file, symbol.file), symbol.name);
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

  /** Packages first, then other files, each sorted; one line per module. */
  declarations(): StatementNode[] {
    return this.#lines().map(({ moduleSpecifier, isTypeOnly, namedImports }) => {
      const names = namedImports.map((one) => ts.factory.createImportSpecifier(one.isTypeOnly, one.alias === undefined ? undefined : ts.factory.createIdentifier(one.name), identifier(one.alias ?? one.name)));
      const clause = ts.factory.createImportClause(isTypeOnly ? ts.SyntaxKind.TypeKeyword : undefined, undefined, ts.factory.createNamedImports(names));
      return ts.factory.createImportDeclaration(undefined, clause, stringLiteral(moduleSpecifier));
    });
  }

  #lines(): ImportLine[] {
    return [...this.#modules].toSorted(([a], [b]) => bySpecifier(a, b)).map(([moduleSpecifier, names]) => {
      const entries = [...names].toSorted(([a], [b]) => compare(a, b));
      const isTypeOnly = entries.every(([, { typeOnly }]) => typeOnly);
      const namedImports = entries.map(([name, imported]) => ({
        name,
        isTypeOnly: imported.typeOnly && !isTypeOnly,
        ...(imported.local !== name && { alias: imported.local }),
      }));
      return { moduleSpecifier, isTypeOnly, namedImports };
    });
  }
}

function bySpecifier(a: string, b: string): number {
  return Number(a.startsWith('.')) - Number(b.startsWith('.')) || compare(a, b);
}

/** By code unit: the order must not depend on a locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
