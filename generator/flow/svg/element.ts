import { visible } from '../text/visible.ts';

/** A piece of SVG: made by `element` and `textNode` alone, so that no text of a spec is ever markup. */
export type Svg = { readonly svg: string };

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its attributes in the order given; what is undefined is left out. */
export function element(name: string, attributes: Attributes, ...children: readonly Svg[]): Svg {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${typeof value === 'number' ? number(value) : escape(value)}"`],
  );
  const inner = children.map((child) => child.svg).join('');
  return { svg: `<${name}${written.join('')}${inner === '' ? '/>' : `>${inner}</${name}>`}` };
}

export function textNode(text: string): Svg {
  return { svg: escape(text) };
}

/** Pixels to a tenth: enough for the eye, and the same on every machine. */
export function number(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return visible(text).replaceAll(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}
