import stringWidth from 'string-width';

/** How text is set: a proportional face, or one in which every character has the same width. */
export interface Face {
  readonly size: number;
  readonly mono?: boolean;
  readonly bold?: boolean;
  /** Added after each character, in pixels. */
  readonly spacing?: number;
}

/** Width over height of the characters of Helvetica and those made to its measure (Arial, Liberation Sans), in thousandths. */
const WIDTHS: readonly (readonly [characters: string, width: number])[] = [
  ["'", 191],
  ['ijl', 222],
  ['|', 260],
  ['fIt ,./:;!\\[]', 278],
  ['()-`r', 333],
  ['"', 355],
  ['*', 389],
  ['{}', 334],
  ['^', 469],
  ['ckJsvxyz', 500],
  ['abdeghnopquLFTZ0123456789#$?_', 556],
  ['+<=>~', 584],
  ['FTZ', 611],
  ['&ABEKPSVXY', 667],
  ['CDHNRUw', 722],
  ['GOQ', 778],
  ['mM', 833],
  ['%', 889],
  ['W', 944],
  ['@', 1015],
];
const WIDTH = new Map(WIDTHS.flatMap(([characters, width]) => [...characters].map((one) => [one, width] as const)));

/** What other alphabets take at most, and one cell of a monospaced face. */
const OTHER = 780;
const CELL = 605;
const WIDE = 1050;
/** Bold letters, and faces that are wider than Helvetica. */
const BOLD = 1.07;
const SLACK = 1.03;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a reader takes for one character each. */
export function graphemes(text: string): readonly string[] {
  return /^[\u0020-\u007e]*$/.test(text) ? [...text] : Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** The width of a text in pixels, rather too much than too little: the same on every machine, whatever its fonts. */
export function measure(text: string, face: Face): number {
  const characters = graphemes(text);
  const thousandths = characters.reduce((sum, one) => sum + widthOf(one, face), 0);
  return (thousandths / 1000) * face.size * SLACK + characters.length * (face.spacing ?? 0);
}

function widthOf(grapheme: string, { mono = false, bold = false }: Face): number {
  const cells = WIDTH.has(grapheme) ? 1 : stringWidth(grapheme);
  if (cells !== 1) return cells * (WIDE / 2) * (mono && cells > 1 ? 1.15 : 1);
  if (mono) return CELL;
  return (WIDTH.get(grapheme) ?? OTHER) * (bold ? BOLD : 1);
}
