import type { FlowCard, FlowLine, FlowRole } from '../../ir/flow.ts';

interface Parts {
  readonly lines?: readonly (FlowLine | undefined)[];
  readonly system?: number | undefined;
  readonly binds?: string | undefined;
  readonly gaps?: readonly string[];
  readonly note?: string | undefined;
}

/** A card of what is known about a step; parts that it lacks are left out. */
export function card(role: FlowRole, label: string, title: string, parts: Parts = {}): FlowCard {
  const { lines = [], system, binds, gaps = [], note } = parts;
  return {
    role,
    label,
    title,
    lines: lines.filter((line) => line !== undefined),
    ...(system !== undefined && { system }),
    ...(binds !== undefined && { binds }),
    gaps,
    ...(note !== undefined && { note }),
  };
}

/** A line as the spec writes it. */
export function code(text: string): FlowLine {
  return { text, code: true };
}

/** A line in words. */
export function words(text: string): FlowLine {
  return { text, code: false };
}

const LONGEST = 160;

/** A text that has room on a card: cut at a word. */
export function brief(text: string): string {
  const oneLine = text.trim().replaceAll(/\s+/g, ' ');
  if (oneLine.length <= LONGEST) return oneLine;
  return `${oneLine.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`;
}
