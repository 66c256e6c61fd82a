import type { MappingPicture, PictureRow } from '../../ir/mapping-picture.ts';
import type { Rect } from '../layout/geometry.ts';
import { textBlock, type Part, type TextBlock } from '../layout/text-block.ts';

const FIELD = 268;
const RULE = 264;
const GAP = 92;
const BETWEEN = 12;
/** A field whose name fits one line. */
const ONE_LINE = 32;
/** Room for the number of each source, where the order matters. */
const NUMBERED = 20;
export const TEXT_PADDING = { x: 12, y: 7 } as const;

/** Where the three columns begin. */
const COLUMNS = { sources: 0, rules: FIELD + GAP, targets: FIELD + GAP + RULE + GAP / 2 } as const;
export const MAPPING_WIDTH = COLUMNS.targets + FIELD;

export interface TextBox extends Rect {
  readonly text: TextBlock;
}

export interface PlacedRow {
  readonly row: PictureRow;
  readonly target: TextBox;
  /** Absent where the value is taken as it is. */
  readonly rule?: TextBox;
}

export interface MappingLayout {
  readonly sources: readonly TextBox[];
  readonly rows: readonly PlacedRow[];
  readonly height: number;
}

/** Rows below one another in the order of the spec; each source as near to its rows as the others let it. */
export function layoutMapping({ sources, rows }: MappingPicture): MappingLayout {
  let y = 0;
  const placed = rows.map((row): PlacedRow => {
    const target = textBox([{ role: 'title', text: row.to }], FIELD);
    const rule = ruleBox(row);
    const height = Math.max(target.height, rule?.height ?? 0, row.reads.length * (ONE_LINE + BETWEEN) - BETWEEN);
    const middle = y + height / 2;
    y += height + BETWEEN;
    return {
      row,
      target: centred(target, COLUMNS.targets, middle),
      ...(rule && { rule: centred(rule, COLUMNS.rules, middle) }),
    };
  });
  const boxes = placeSources(sources, placed);
  return { sources: boxes, rows: placed, height: Math.max(y - BETWEEN, ...boxes.map((box) => box.y + box.height), 0) };
}

function ruleBox(row: PictureRow): TextBox | undefined {
  const parts: readonly Part[] = [
    ...(row.firstOf ? [{ role: 'words', text: 'the first that is present' } as const] : []),
    ...(row.code === undefined ? [] : [{ role: 'code', text: row.code } as const]),
    ...(row.rules.length === 0 ? [] : [{ role: row.gap ? 'gap' : 'words', text: row.rules.join(', ') } as const]),
    ...(row.note === undefined ? [] : [{ role: 'note', text: row.note } as const]),
  ];
  return parts.length === 0 ? undefined : textBox(parts, RULE, row.firstOf ? (row.reads.length + 1) * NUMBERED : 0);
}

function placeSources(sources: readonly string[], rows: readonly PlacedRow[]): readonly TextBox[] {
  const wanted = sources.map((name, index) => {
    const readers = rows
      .filter(({ row }) => row.reads.includes(index))
      .map(({ target }) => target.y + target.height / 2);
    return {
      index,
      box: textBox([{ role: 'title', text: name }], FIELD),
      y: readers.reduce((sum, at) => sum + at, 0) / Math.max(readers.length, 1),
    };
  });
  const boxes = new Map<number, TextBox>();
  let free = 0;
  for (const { index, box, y } of wanted.toSorted((one, other) => one.y - other.y || one.index - other.index)) {
    const top = Math.max(free, y - box.height / 2);
    boxes.set(index, { ...box, x: COLUMNS.sources, y: top });
    free = top + box.height + BETWEEN;
  }
  return sources.flatMap((_, index) => boxes.get(index) ?? []);
}

function textBox(parts: readonly Part[], width: number, atLeast = 0): TextBox {
  const text = textBlock(parts, width - 2 * TEXT_PADDING.x);
  return { text, x: 0, y: 0, width, height: Math.max(Math.ceil(text.height + 2 * TEXT_PADDING.y), atLeast) };
}

function centred(box: TextBox, x: number, middle: number): TextBox {
  return { ...box, x, y: middle - box.height / 2 };
}
