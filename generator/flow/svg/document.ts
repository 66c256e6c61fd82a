import { measure } from '../text/measure.ts';
import { wrap } from '../text/wrap.ts';
import { element, number, textNode, type Svg } from './element.ts';
import { styleSheet } from './theme.ts';

export const MARGIN = 32;

export interface Page {
  readonly heading: string;
  readonly below: string;
  /** The picture in words, for those who do not see it. */
  readonly description: string;
  readonly width: number;
  /** Of what is drawn below the heading. */
  readonly height: number;
}

const HEADING = { size: 20, bold: true } as const;
const BELOW = { size: 12.5 } as const;
const NARROWEST = 420;

/** A whole SVG file: heading, then `draw`, which is told where it begins and how wide the canvas is. */
export function svgDocument(page: Page, draw: (top: number, width: number) => readonly Svg[]): string {
  const width = Math.ceil(Math.max(page.width, NARROWEST)) + 2 * MARGIN;
  const heading = [
    ...wrap(page.heading, width - 2 * MARGIN, HEADING).map((text) => ({ text, class: 'heading', leading: 26 })),
    ...wrap(page.below, width - 2 * MARGIN, BELOW).map((text) => ({ text, class: 'below', leading: 19 })),
  ];
  let top = MARGIN - 6;
  const lines = heading.map(({ text, class: name, leading }) => {
    top += leading;
    return element('text', { class: name, x: MARGIN, y: top - leading * 0.25 }, textNode(text));
  });
  top += 14;
  const height = Math.ceil(top + page.height + MARGIN);
  const size = { width, height, viewBox: `0 0 ${number(width)} ${number(height)}` };
  const root = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'flowright',
      role: 'img',
      'aria-labelledby': 'flowright-title flowright-desc',
      ...size,
    },
    element('title', { id: 'flowright-title' }, textNode(page.heading)),
    element('desc', { id: 'flowright-desc' }, textNode(page.description)),
    styleSheet(),
    element('rect', { class: 'ground', width, height }),
    ...lines,
    ...draw(top, width),
  );
  return `${root.svg.replaceAll(/(?<=>)(?=<(?:g|rect|path|circle|text|desc|title|style)\b)/g, '\n')}\n`;
}

/** The width of a line of the legend. */
export function wordsWidth(text: string): number {
  return measure(text, { size: 11.5 });
}
