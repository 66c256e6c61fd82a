import { ts } from '../../emit/syntax/typescript.ts';
import type { GapContract } from '../contract/contract.ts';
import { checkText } from './rules/text.ts';
import { normalise } from './normalise.ts';
import { PROOF, withProofs } from './claims.ts';
import { problemsOf, type Body, type Finding } from './body.ts';
import type { GapProblem } from '../problem.ts';

/** Levels of brackets, calls and operators within each other; people write ten. */
const DEEPEST = 120;

const NESTED: Finding = {
  at: 0,
  message: 'the code is nested too deeply',
  fix: 'split it into several statements and helper functions',
};

/** The body in the form in which it is checked, or why it cannot be read at all. */
export function readBody(given: string, contract: GapContract): Body | { readonly problems: readonly GapProblem[] } {
  const code = given.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const refused = checkText(code, PROOF);
  if (refused.length > 0) return { problems: problemsOf(refused, code) };
  try {
    const file = parse(code);
    const wrong = syntaxErrors(file);
    if (wrong.length > 0) return { problems: problemsOf(wrong, code) };
    if (depthOf(file) > DEEPEST) return { problems: problemsOf([NESTED], code) };
    const types = `${contract.types.trimEnd()}\n`;
    const text = normalise(code, file, contract, declaredNames(parse(types)));
    return { contract, code, types, text, checked: /\bis\b/.test(text) ? withProofs(text, parse(text)) : text };
  } catch (error) {
    // The parser works by recursion, and so ends with its stack.
    if (error instanceof RangeError) return { problems: problemsOf([NESTED], code) };
    throw error;
  }
}

export function parse(code: string): ts.SourceFile {
  return ts.createSourceFile('body.ts', code, { languageVersion: ts.ScriptTarget.ES2024 }, true, ts.ScriptKind.TS);
}

/** Names of the types that a text declares at its top. */
export function declaredNames(file: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  for (const statement of file.statements) {
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) names.add(statement.name.text);
  }
  return names;
}

function syntaxErrors(file: ts.SourceFile): Finding[] {
  // Where the parser keeps them; no public function gives them without a program.
  const errors: unknown = Reflect.get(file, 'parseDiagnostics');
  if (!Array.isArray(errors)) return [];
  return errors.slice(0, 10).map((error: unknown) => {
    const at = typeof error === 'object' && error !== null && 'start' in error ? Number(error.start) : 0;
    const said = typeof error === 'object' && error !== null && 'messageText' in error ? String(error.messageText) : '';
    return {
      at,
      message: `this is not TypeScript: ${said}`,
      fix: 'correct the syntax; nothing else of the code was checked',
    };
  });
}

function depthOf(file: ts.SourceFile): number {
  let deepest = 0;
  const open: { readonly node: ts.Node; readonly depth: number }[] = [{ node: file, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const depth = next.depth + 1;
    deepest = Math.max(deepest, depth);
    ts.forEachChild(next.node, (node) => void open.push({ node, depth }));
  }
  return deepest;
}
