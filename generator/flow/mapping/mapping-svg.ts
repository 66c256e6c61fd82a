import type { MappingPicture } from '../../ir/mapping-picture.ts';
import type { Point } from '../layout/geometry.ts';
import { MARGIN, svgDocument } from '../svg/document.ts';
import { element, number, textNode, type Svg } from '../svg/element.ts';
import { layoutMapping, MAPPING_WIDTH, TEXT_PADDING, type PlacedRow, type TextBox } from './layout-mapping.ts';

const HEADER = 30;
const HEAD = 7;

/** A mapping as a self-contained SVG file: source fields on the left, target fields on the right. The same mapping gives the same bytes. */
export function mappingSvg(picture: MappingPicture): string {
  const { sources, rows, height } = layoutMapping(picture);
  const page = {
    heading: picture.id,
    below: picture.description ?? `From ${picture.from} to ${picture.to}`,
    description: picture.rows.map((row) => sentence(row, picture.sources)).join(' '),
    width: MAPPING_WIDTH,
    height: height + HEADER,
  };
  return svgDocument(page, (top) => {
    const by = { x: MARGIN, y: top + HEADER };
    const right = MARGIN + MAPPING_WIDTH - (rows[0]?.target.width ?? 0);
    return [
      columnHead(picture.from, { x: MARGIN, y: top + 14 }),
      columnHead(picture.to, { x: right, y: top + 14 }),
      ...rows.flatMap((row) => lines(row, sources, by)),
      ...sources.flatMap((box) => drawText(box, 'card', by)),
      ...rows.flatMap(({ row, target, rule }) => [
        ...(rule === undefined ? [] : drawText(rule, row.gap ? 'gapbox' : 'rule', by)),
        ...drawText(target, row.gap ? 'gapbox' : 'card', by),
      ]),
    ];
  });
}

function sentence(row: MappingPicture['rows'][number], sources: readonly string[]): string {
  const from = row.reads.map((index) => sources[index] ?? '').join(row.firstOf ? ', else ' : ' and ');
  const parts = [from, row.code ?? '', ...row.rules].filter((part) => part !== '');
  return `${row.to}: ${parts.join(', ')}.`;
}

function columnHead(text: string, at: Point): Svg {
  return element('text', { class: 'label', ...at }, textNode(text));
}

/** From each source to the rule, spread along its side and numbered where the order matters, and on to the target. */
function lines({ row, target, rule }: PlacedRow, sources: readonly TextBox[], by: Point): readonly Svg[] {
  const middle = target.y + target.height / 2;
  const to = rule ?? { ...target, height: 0, y: middle };
  const turn = sources[0] === undefined ? 0 : sources[0].width + 92;
  const height = (index: number): number => sources[index]?.y ?? 0;
  // Where the order means nothing, no way crosses another.
  const reads = row.firstOf ? row.reads : row.reads.toSorted((one, other) => height(one) - height(other));
  const ways = reads.flatMap((index, order) => {
    const source = sources[index];
    if (source === undefined) return [];
    const from = { x: source.x + source.width, y: source.y + source.height / 2 };
    const y = to.y + (to.height * (order + 1)) / (row.reads.length + 1);
    return [
      curve(from, { x: turn, y }, to.x, by),
      ...(row.firstOf
        ? [element('text', { class: 'answer', x: by.x + turn - 12, y: by.y + y - 4 }, textNode(String(order + 1)))]
        : []),
    ];
  });
  const on =
    rule === undefined ? [] : [curve({ x: rule.x + rule.width, y: middle }, { x: target.x, y: middle }, target.x, by)];
  const head = row.reads.length === 0 && rule === undefined ? [] : [arrow({ x: by.x + target.x, y: by.y + middle })];
  return [...ways, ...on, ...head];
}

/** From a point to the height of another, then level on to `x`. */
function curve(from: Point, turn: Point, x: number, by: Point): Svg {
  const bend = (turn.x - from.x) / 2;
  const [left, right] = [from.x + by.x, turn.x + by.x];
  const d = `M${number(left)} ${number(from.y + by.y)}C${number(left + bend)} ${number(from.y + by.y)} ${number(right - bend)} ${number(turn.y + by.y)} ${number(right)} ${number(turn.y + by.y)}H${number(x + by.x - 1)}`;
  return element('path', { class: 'edge', d });
}

function arrow({ x, y }: Point): Svg {
  return element('path', { class: 'head', d: `M${number(x)} ${number(y)}l-${HEAD}-4v8z` });
}

function drawText(box: TextBox, name: string, by: Point): readonly Svg[] {
  const { text, x, y, width, height } = box;
  const top = y + by.y + (height - text.height) / 2;
  return [
    element('rect', { class: name, x: x + by.x, y: y + by.y, width, height, rx: 7 }),
    ...text.lines.map((line) =>
      element('text', { class: line.role, x: x + by.x + TEXT_PADDING.x, y: top + line.y }, textNode(line.text)),
    ),
  ];
}
