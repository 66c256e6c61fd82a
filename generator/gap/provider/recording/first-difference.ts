import { visibleLine } from '../../prompt/visible-text.ts';
import type { RequestBody } from '../request/request-body.ts';

/** A line of a request, and where it stands. */
interface Line {
  readonly where: string;
  readonly text: string;
}

export interface Difference {
  /** Lines that are the same in both, at the same place. */
  readonly same: number;
  /** `in the system prompt, line 4: 'was' is now 'is'`. */
  readonly first: string;
}

const LONGEST = 100;

/** Where two requests differ first; undefined where they do not. */
export function firstDifference(recorded: RequestBody, asked: RequestBody): Difference | undefined {
  const was = linesOf(recorded);
  const now = linesOf(asked);
  const length = Math.max(was.length, now.length);
  let same = 0;
  let first: string | undefined;
  for (let at = 0; at < length; at += 1) {
    const [one, other] = [was[at], now[at]];
    if (one?.text === other?.text && one?.where === other?.where) same += 1;
    else first ??= `${other?.where ?? one?.where ?? ''}: ${shown(one)} is now ${shown(other)}`;
  }
  return first === undefined ? undefined : { same, first };
}

function linesOf({ model, max_tokens: most, system, messages }: RequestBody): readonly Line[] {
  return [
    { where: 'in the model', text: model },
    { where: 'in the most tokens', text: String(most) },
    ...numbered('in the system prompt', system),
    ...messages.flatMap(({ role, content }, at) => numbered(`in turn ${at + 1} (${role})`, content)),
  ];
}

function numbered(where: string, text: string): readonly Line[] {
  return text.split('\n').map((line, at) => ({ where: `${where}, line ${at + 1}`, text: line }));
}

function shown(line: Line | undefined): string {
  if (line === undefined) return 'nothing';
  const text = visibleLine(line.text);
  return `'${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}'`;
}
