import type { GapContract } from '../contract/contract.ts';

/** The line that the body stands below: what is above it is written anew from the contract. */
const BELOW = '// The body:';

/** The text of `<gap>.ts`: what it is, the contract's types so that it opens clean in an editor, and the body. */
export function fileTextOf(contract: GapContract, body: string): string {
  const { integration, gap, types } = contract;
  return [
    `// The gap '${gap}' of ${integration}; its types are the spec's, written anew with each fill.`,
    `// 'flowright gaps verify' tests the body, 'flowright gaps adopt' accepts what was changed in it.`,
    '',
    types.trim(),
    '',
    BELOW,
    '',
    `${body.trim()}\n`,
  ].join('\n');
}

/** A body as it stands in its file, and how many lines of the file are above it. */
export interface BodyInFile {
  readonly body: string;
  readonly above: number;
}

/** The body in the text of `<gap>.ts`; the whole text where somebody removed the line above it. */
export function bodyIn(text: string): BodyInFile {
  const lines = text.split('\n');
  const above = lines.indexOf(BELOW) + 1;
  const first = lines.findIndex((line, at) => at >= above && line.trim() !== '');
  const start = first === -1 ? lines.length : first;
  return { body: `${lines.slice(start).join('\n').trimEnd()}\n`, above: start };
}
