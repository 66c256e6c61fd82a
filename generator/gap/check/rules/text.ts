import { ts } from '../../../emit/syntax/typescript.ts';
import type { Finding } from '../body.ts';

/** Characters of a body; 60 lines have about 3,000. */
const LONGEST = 40_000;

/** Controls, marks of direction and of width nothing: what is read would not be what runs. */
const UNSEEN = /(?![\t\n])[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** What shows in the text before it is parsed: length, characters that cannot be seen, comments that speak to the compiler. */
export function checkText(code: string, reserved: string): Finding[] {
  if (code.length > LONGEST) {
    return [
      {
        at: 0,
        message: `the code has ${String(code.length)} characters`,
        fix: 'write at most 40,000; a body has rarely more than 60 lines',
      },
    ];
  }
  const findings: Finding[] = [];
  const hidden = code.indexOf(reserved);
  if (hidden !== -1)
    findings.push({ at: hidden, message: `'${reserved}' is not known in a body`, fix: 'give it another name' });
  for (const found of code.matchAll(UNSEEN)) {
    const sign = (found[0].codePointAt(0) ?? 0).toString(16).padStart(4, '0').toUpperCase();
    findings.push({
      at: found.index,
      message: `the invisible character U+${sign} stands in the code`,
      fix: `write it as \\u${sign} in a string, or leave it out`,
    });
  }
  return [...findings, ...comments(code)];
}

function comments(code: string): Finding[] {
  const findings: Finding[] = [];
  if (code.startsWith('#!')) findings.push({ at: 0, message: "a '#!' line is not allowed", fix: 'leave it out' });
  for (const found of code.matchAll(/\/\/\/|@ts-\w+|@jsx\w*|[#@]\s*source(?:Mapping)?URL/g)) {
    if (!inComment(code, found.index)) continue;
    findings.push({
      at: found.index,
      message: `a comment that speaks to the compiler ('${found[0]}') is not allowed`,
      fix: 'leave it out',
    });
  }
  return findings;
}

/** Whether an offset is in a comment: strings and patterns may hold the same words. */
function inComment(code: string, at: number): boolean {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2024, false, ts.LanguageVariant.Standard, code);
  for (;;) {
    const token = scanner.scan();
    if (token === ts.SyntaxKind.EndOfFileToken) return true;
    if (scanner.getTokenEnd() <= at) continue;
    // Templates and patterns are not followed by the scanner alone: what it takes for a comment in them is refused too.
    return token === ts.SyntaxKind.SingleLineCommentTrivia || token === ts.SyntaxKind.MultiLineCommentTrivia;
  }
}
