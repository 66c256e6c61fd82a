import { styleText } from 'node:util';

export type Style = Parameters<typeof styleText>[0];

/** Wraps text in the escape sequences of a style, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

/** Paints for this stream: colours on a terminal, none elsewhere and where NO_COLOR says so. No stream: no colours. */
export function paintFor(stream: NodeJS.WritableStream | undefined): Paint {
  return stream === undefined ? (_style, text) => text : (style, text) => styleText(style, text, { stream });
}
