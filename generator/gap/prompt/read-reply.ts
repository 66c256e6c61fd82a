import type { GapProblem } from '../problem.ts';
import { fencedBlocks, type FencedBlock } from './fenced-blocks.ts';
import { visibleLine } from './visible-text.ts';

/** What a reply holds. */
export type ReadReply =
  | { readonly kind: 'code'; readonly code: string }
  /** The model says that no function can keep the contract. */
  | { readonly kind: 'contradiction'; readonly reason: string }
  | { readonly kind: 'problems'; readonly problems: readonly GapProblem[] };

const CONTRADICTION = /^[\s*_`#>]*CONTRADICTION:[\s*_]*/;
const LANGUAGES: ReadonlySet<string> = new Set(['', 'ts', 'typescript']);
const LONGEST_CODE = 60_000;
const LONGEST_REASON = 1000;

const FIX = 'answer with one block that opens with ```ts and holds the whole function';

/** Takes a reply apart: one fenced block of TypeScript, with or without words around it, or a contradiction. */
export function readReply(text: string): ReadReply {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .split('\n');
  const { blocks, outside, open } = fencedBlocks(lines);
  const words = outside.join('\n').trim();
  if (words === '' && blocks.length === 0 && open === undefined) return problem('the answer is empty');
  const claimed = contradictionIn(lines, blocks, outside);
  if (claimed !== undefined) return claimed;
  if (open !== undefined)
    return problem(`the block that opens on line ${open} of the answer is not closed: the answer was cut off`);
  const [block] = blocks;
  if (block === undefined) return problem('there is no fenced block of code in the answer');
  if (blocks.length > 1) return problem(`there are ${blocks.length} blocks in the answer`);
  if (!LANGUAGES.has(block.language))
    return problem(`the block is of '${visibleLine(block.language)}', not of TypeScript`);
  if (block.code.trim() === '') return problem('the block is empty');
  if (block.code.length > LONGEST_CODE) return problem(`the code has more than ${LONGEST_CODE} characters`);
  return { kind: 'code', code: block.code };
}

/** At the beginning of the answer, or of its only block; elsewhere only where there is no code. */
function contradictionIn(
  lines: readonly string[],
  blocks: readonly FencedBlock[],
  outside: readonly string[],
): ReadReply | undefined {
  const first = lines.find((line) => line.trim() !== '' && !/^\s*[`~]{3}/.test(line)) ?? '';
  const from = CONTRADICTION.test(first) ? lines : blocks.length === 0 ? outside : [];
  const at = from.findIndex((line) => CONTRADICTION.test(line));
  if (at < 0) return undefined;
  const said = from.slice(at).filter((line) => !/^\s*[`~]{3}/.test(line));
  const reason = visibleLine(said.join('\n').replace(CONTRADICTION, '')).slice(0, LONGEST_REASON);
  if (reason === '')
    return problem('a contradiction is claimed, but not which', 'say after `CONTRADICTION: ` what contradicts');
  return { kind: 'contradiction', reason };
}

function problem(message: string, fix = FIX): ReadReply {
  return { kind: 'problems', problems: [{ check: 'reply', message, fix }] };
}
