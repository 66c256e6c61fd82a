import type { ReportView } from '../view.ts';
import { characters, grouped } from '../words.ts';
import { differenceOf, type Difference } from './difference.ts';

/** What the prompt's templates say otherwise than the baseline's. */
export function promptChanges({ run, baseline }: ReportView): readonly Difference[] {
  const before = new Map(baseline?.promptFiles.map(({ file, text }) => [baseName(file), text]));
  const after = new Map(run.promptFiles.map(({ file, text }) => [baseName(file), text]));
  const names = [...new Set([...after.keys(), ...before.keys()])].toSorted();
  return names.flatMap((name) => differenceOf(name, before.get(name), after.get(name), true) ?? []);
}

/** Two versions of a prompt stand in two folders; their files have the same names. */
function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** The first body of each case beside that of the baseline. */
export function bodyChanges({ run, baseline }: ReportView): readonly Difference[] {
  const before = new Map(baseline?.cases.flatMap(({ id, body }) => (body === undefined ? [] : [[id, body] as const])));
  return run.cases.flatMap(({ id, repeats }) => {
    const body = repeats.find((one) => one.body !== undefined)?.body;
    const was = before.get(id);
    const difference = body === undefined && was === undefined ? undefined : differenceOf(id, was, body, false);
    if (difference === undefined) return [];
    const size = was === undefined || body === undefined ? '' : `, ${grouped(was.length)} → ${characters(body.length)}`;
    return [{ ...difference, summary: `${difference.summary}${size}` }];
  });
}
