import { compileFunction } from 'node:vm';
import { ts } from '../syntax/typescript.ts';
import * as runtime from './runtime.ts';

/** Runs the text of a file of the output; `modules` are what its relative imports give, by file name. */
export function runCode(
  text: string,
  modules: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exports: Record<string, unknown> = {};
  const require = (specifier: string): unknown =>
    specifier === '@flowright/runtime' ? runtime : modules[specifier.slice(specifier.lastIndexOf('/') + 1)];
  compileFunction(outputText, ['exports', 'require'])(exports, require);
  return exports;
}

/** Calls an exported function; what it throws is part of the outcome. */
export function outcomeOf(run: () => unknown): { readonly value: unknown } | { readonly fails: true } {
  try {
    return { value: run() };
  } catch {
    return { fails: true };
  }
}

export function callExport(
  exports: Readonly<Record<string, unknown>>,
  name: string,
  args: readonly unknown[],
): unknown {
  const found = exports[name];
  if (typeof found !== 'function') throw new TypeError(`${name} is not a function`);
  return Reflect.apply(found, undefined, args);
}
