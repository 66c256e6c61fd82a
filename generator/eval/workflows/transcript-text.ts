import { isRecord } from '../../data/is-record.ts';

/** A transcript as a grader reads it: call by call, then how it ended. Keys of objects are in the order in which they were sent. */
export function transcriptText(json: string): string {
  const data: unknown = JSON.parse(json);
  const { calls, outcome, returned } = isRecord(data) ? data : {};
  const lines = (Array.isArray(calls) ? calls : []).flatMap((call, at) => {
    const { call: name, ...parts }: Readonly<Record<string, unknown>> = isRecord(call) ? call : {};
    return [`${String(at + 1)}. ${String(name)}`, ...partLines(parts)];
  });
  return [
    ...(lines.length === 0 ? ['No call was made.'] : lines),
    `Ended: ${JSON.stringify(outcome)}`,
    ...(returned === undefined ? [] : [`Answered: ${JSON.stringify(returned, undefined, 2)}`]),
  ].join('\n');
}

function partLines(parts: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(parts).map(([name, value]) => `${name}: ${JSON.stringify(value, undefined, 2)}`);
}

/** Why there is nothing to grade: the workflow needs a gap that is not filled. */
export function unfilledGap(json: string): string | undefined {
  const data: unknown = JSON.parse(json);
  const outcome = isRecord(data) ? data['outcome'] : undefined;
  if (!isRecord(outcome) || outcome['code'] !== 'gap_unfilled') return undefined;
  return typeof outcome['message'] === 'string' ? outcome['message'] : 'a gap has not been filled';
}
