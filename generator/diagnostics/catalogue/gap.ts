import { entry, list } from './entry.ts';

/** FR70xx: gaps, their examples and the files that fill them. */
export const gapCatalogue = {
  FR7001: entry<{ part: 'in' | 'out'; at: string; problem: string }>({
    severity: 'error',
    title: 'Example does not fit the types of its gap',
    message: ({ part, at, problem }) =>
      `the example's ${part === 'in' ? 'input' : 'output'}${at === '' ? '' : ` at ${at}`} ${problem}`,
    cause: 'Examples test a fill, so each has to be a value that the gap can be given, and one that it can give.',
    fix: ({ part }) => `correct the example, or the ${part === 'in' ? 'input' : 'output'} of the gap`,
  }),
  FR7002: entry<{ first: number; one: string; other: string }>({
    severity: 'error',
    title: 'Examples contradict each other',
    message: ({ first, one, other }) => `the same input gives ${other} here and ${one} in example ${String(first)}`,
    cause: 'A gap is a function: to one input it gives one output, so no fill can keep both examples.',
    fix: 'remove one of them, or add to the input what tells them apart',
  }),
  FR7003: entry<{ file: string; gap: string; reason: string }>({
    severity: 'error',
    title: 'Files of a gap cannot be used',
    message: ({ file, gap, reason }) => `'${file}' of the gap '${gap}' cannot be used: ${reason}`,
    cause: 'The body of a gap, or the lock that says for which contract it was accepted, is not as it was written.',
    fix: 'restore the file, or remove both files of the gap and fill it again',
  }),
  FR7004: entry<{ gap: string; hidden: number }>({
    severity: 'warning',
    title: 'Gap has hidden examples only',
    message: ({ gap, hidden }) =>
      `every example of '${gap}' (${String(hidden)}) is hidden, so whoever fills it sees none`,
    cause: 'Hidden examples test a fill and are never shown; a rule in words without one example is easily misread.',
    fix: 'show at least one of them',
  }),
  FR7005: entry<{ field: string }>({
    severity: 'error',
    title: 'Criterion cannot tell an input from the output',
    message: ({ field }) => `'${field}' is an input of the gap, and its result in a criterion`,
    cause: "A condition of a criterion names the inputs as the gap does, and the gap's result `output`.",
    fix: ({ field }) => `give the input '${field}' another name`,
  }),
  FR7006: entry<{ example: number; criterion: string; text: string; why: string }>({
    severity: 'error',
    title: 'Example does not keep a criterion of its gap',
    message: ({ example, criterion, text, why }) =>
      `example ${String(example)} does not keep criterion ${criterion} (${text}): the condition ${why}`,
    cause: 'A criterion holds for every result, so no fill can keep it and give what the example says.',
    fix: 'correct the example, or the condition of the criterion',
  }),
  FR7010: entry<{ gap: string; check: string; problem: string; fix?: string | undefined }>({
    severity: 'error',
    title: 'Body of a gap fails its contract',
    message: ({ gap, check, problem }) => `the body of '${gap}' fails (${check}): ${problem}`,
    cause: 'A body is accepted once it keeps the rules for code, has the types, and gives what every example says.',
    fix: ({ fix }) => fix ?? 'correct the body and run flowright gaps adopt, or have the gap filled again',
  }),
  FR7011: entry<{ name: string; known: readonly string[]; what: string; suggestion?: string | undefined }>({
    severity: 'error',
    title: 'No such gap',
    message: ({ name, what }) => `there is no ${what} '${name}'`,
    cause: 'Gaps are named by their integration and their own name, as flowright gaps lists them.',
    fix: ({ suggestion, known }) => {
      if (suggestion !== undefined) return `did you mean '${suggestion}'?`;
      return known.length === 0 ? 'say where the spec is: --spec DIR' : `known are ${list(known)}`;
    },
  }),
  FR7012: entry<{ file: string; integration: string; missing: readonly string[] }>({
    severity: 'warning',
    title: 'Files of no gap',
    message: ({ file, integration }) => `'${file}' is of no gap of ${integration}`,
    cause:
      'Files that fill a gap are found by its name, and no gap of the spec has this one: it was renamed or removed.',
    fix: ({ missing }) =>
      missing.length === 0
        ? 'remove it with its lock'
        : `rename it and its function, if it belongs to ${list(missing)}, and adopt it; or remove it with its lock`,
  }),
};
