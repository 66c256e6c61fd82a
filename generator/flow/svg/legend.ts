import { systemClass } from './draw-box.ts';
import { wordsWidth } from './document.ts';
import { element, textNode, type Svg } from './element.ts';

const ROW = 22;
const SWATCH = 12;

interface Entry {
  readonly text: string;
  readonly mark: (x: number, y: number) => Svg;
}

/** What the marks mean, in rows that fit the width. */
export function legend(
  systems: readonly string[],
  hasGaps: boolean,
  width: number,
): { readonly height: number; readonly draw: (x: number, y: number) => readonly Svg[] } {
  const swatch = { width: SWATCH, height: SWATCH, rx: 3 };
  const entries: readonly Entry[] = [
    ...systems.map((text, index) => ({
      text,
      mark: (x: number, y: number) => element('rect', { class: systemClass(index), x, y, ...swatch }),
    })),
    ...(hasGaps
      ? [
          {
            text: 'Gap: business logic that is filled on its own',
            mark: (x: number, y: number) => element('rect', { class: 'gapbox', x, y, ...swatch }),
          },
        ]
      : []),
  ];
  let [x, y] = [0, 0];
  const placed = entries.map((entry) => {
    const space = SWATCH + 7 + wordsWidth(entry.text);
    if (x > 0 && x + space > width) [x, y] = [0, y + ROW];
    const at = { entry, x, y };
    x += space + 22;
    return at;
  });
  return {
    height: entries.length === 0 ? 0 : y + ROW + 10,
    draw: (left, top) =>
      placed.flatMap((at) => [
        at.entry.mark(left + at.x, top + at.y),
        element('text', { class: 'words', x: left + at.x + SWATCH + 7, y: top + at.y + 10 }, textNode(at.entry.text)),
      ]),
  };
}
