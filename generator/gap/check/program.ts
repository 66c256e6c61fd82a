import { STRICTNESS } from '../../emit/project/strictness.ts';
import { ts } from '../../emit/syntax/typescript.ts';
import { LIBRARY, LOGIC_MODULE } from './library/library.ts';

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  noLib: true,
  types: [],
  ...STRICTNESS,
  isolatedModules: true,
  skipLibCheck: true,
  noEmit: true,
};

const library = new Map<string, ts.SourceFile>();

export interface BodyProgram {
  readonly checker: ts.TypeChecker;
  /** In the order of the texts. */
  readonly files: readonly ts.SourceFile[];
  /** What TypeScript says of a file. */
  readonly diagnosticsOf: (file: ts.SourceFile) => readonly ts.Diagnostic[];
}

/** One program of many files that know nothing of each other; what it has no text for does not exist, whatever the disk holds. */
export function programOf(texts: readonly string[], hardened = false): BodyProgram {
  const names = texts.map((_, at) => `/body${String(at)}.ts`);
  const sources = new Map(names.map((name, at) => [name, sourceOf(name, texts[at] ?? '')] as const));
  const fixed = hardened ? ['/library.d.ts', '/logic.d.ts'] : ['/library.d.ts'];
  const host: ts.CompilerHost = {
    getSourceFile: (name) => sources.get(name) ?? libraryFile(name),
    getDefaultLibFileName: () => '/library.d.ts',
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (name) => sources.has(name) || fixed.includes(name),
    readFile: () => undefined,
    writeFile: () => undefined,
    directoryExists: () => false,
    resolveModuleNameLiterals: (literals) => literals.map(() => ({ resolvedModule: undefined })),
    resolveTypeReferenceDirectiveReferences: (references) =>
      references.map(() => ({ resolvedTypeReferenceDirective: undefined })),
  };
  const program = ts.createProgram({ rootNames: [...fixed, ...names], options: OPTIONS, host });
  return {
    checker: program.getTypeChecker(),
    files: [...sources.values()],
    diagnosticsOf: (file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)],
  };
}

function libraryFile(name: string): ts.SourceFile | undefined {
  const known = library.get(name);
  if (known !== undefined) return known;
  if (name !== '/library.d.ts' && name !== '/logic.d.ts') return undefined;
  const file = sourceOf(name, name === '/library.d.ts' ? LIBRARY : LOGIC_MODULE);
  library.set(name, file);
  return file;
}

function sourceOf(name: string, text: string): ts.SourceFile {
  return ts.createSourceFile(name, text, { languageVersion: ts.ScriptTarget.ES2024 }, true, ts.ScriptKind.TS);
}
