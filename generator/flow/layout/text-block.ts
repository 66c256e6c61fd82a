import type { FlowCard } from '../../ir/flow.ts';
import { gapLine } from '../gap-line.ts';
import { measure, type Face } from '../text/measure.ts';
import { wrap } from '../text/wrap.ts';

export type TextRole = 'label' | 'title' | 'code' | 'words' | 'gap' | 'note';

export const FACES: Readonly<Record<TextRole, Face>> = {
  label: { size: 10.5, bold: true, spacing: 0.3 },
  title: { size: 13, mono: true, bold: true },
  code: { size: 11, mono: true },
  words: { size: 11.5 },
  gap: { size: 11.5, bold: true },
  note: { size: 11 },
};

const LEADING: Readonly<Record<TextRole, number>> = {
  label: 15,
  title: 18,
  code: 15.5,
  words: 15.5,
  gap: 16,
  note: 15,
};

/** One line of text; y is its base line, from the top of the text. */
export interface TextLine {
  readonly role: TextRole;
  readonly text: string;
  readonly y: number;
}

export interface TextBlock {
  readonly lines: readonly TextLine[];
  readonly width: number;
  readonly height: number;
}

export interface Part {
  readonly role: TextRole;
  readonly text: string;
}

/** Texts below one another, each wrapped at a width. */
export function textBlock(parts: readonly Part[], width: number): TextBlock {
  const lines: TextLine[] = [];
  let y = 0;
  for (const { role, text } of parts) {
    const above = lines.at(-1)?.role;
    if ((role === 'note' && above !== undefined) || (role !== 'title' && above === 'title')) y += 3;
    for (const line of wrap(text, width, FACES[role])) {
      y += LEADING[role];
      lines.push({ role, text: line, y: y - LEADING[role] * 0.27 });
    }
  }
  return { lines, width: Math.max(0, ...lines.map((line) => measure(line.text, FACES[line.role]))), height: y };
}

/** What stands on a card. */
export function cardParts(card: FlowCard, systems: readonly string[]): readonly Part[] {
  const system = card.system === undefined ? undefined : systems[card.system];
  const binds = card.binds === undefined ? '' : ` → ${card.binds}`;
  return [
    { role: 'label', text: system === undefined ? card.label : `${card.label} · ${system}` },
    { role: 'title', text: `${card.title}${binds}` },
    ...card.lines.map(({ text, code }): Part => ({ role: code ? 'code' : 'words', text })),
    ...gapLine(card).map((text): Part => ({ role: 'gap', text })),
    ...(card.note === undefined ? [] : [{ role: 'note', text: card.note } as const]),
  ];
}
