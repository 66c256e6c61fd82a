import { didYouMean, entry, list, lowerFirst } from './entry.ts';

/** FR2xxx: the spec is well-formed, but what it says cannot be. */
export const checkCatalogue = {
  FR2001: entry<{ what: string; name: string; suggestion?: string | undefined }>({
    severity: 'error',
    title: 'Unknown reference',
    message: ({ what, name }) => `no ${what} '${name}'`,
    cause: 'A name refers to something that the spec does not define.',
    fix: ({ what, suggestion }) => didYouMean(suggestion, `define the ${what}, or correct the name`),
  }),
  FR2002: entry<{ what: string; names: readonly string[] }>({
    severity: 'error',
    title: 'Cyclic reference',
    message: ({ what, names }) => `the ${what} refers to itself: ${names.join(' → ')}`,
    cause: 'Following the references leads back to where it began, so there is no end to it.',
    fix: 'take out one of the references',
  }),
  FR2003: entry<{ field: string; owner: string; suggestion?: string | undefined }>({
    severity: 'error',
    title: 'No such field',
    message: ({ field, owner }) => `no field '${field}' on ${owner}`,
    cause: 'A path names a field that the model does not declare.',
    fix: ({ owner, suggestion }) => didYouMean(suggestion, `correct the path, or declare the field on ${owner}`),
  }),
  FR2004: entry<{ expected: string; found: string; fix?: string | undefined }>({
    severity: 'error',
    title: 'Types do not fit',
    // '… is number, which' says what the target is, anything else what is wanted of a value.
    message: ({ expected, found }) =>
      expected.endsWith(', which')
        ? `${expected.slice(0, -', which'.length)}, not ${found}`
        : `${expected} is wanted here, not ${found}`,
    cause: 'The value has a type that the place it goes to does not take.',
    fix: ({ fix }) => fix ?? 'convert the value, for example with a pipe',
  }),
  // `value` as a sentence has it; `unless`: the condition without which it is left out.
  FR2005: entry<{ value: string; target: string; unless?: string }>({
    severity: 'error',
    title: 'A value that may be missing, for a field that must be there',
    message: ({ value, target, unless }) =>
      unless === undefined
        ? `${value} may be missing, but '${target}' must be there`
        : `${value} is left out unless '${unless}' holds, but '${target}' must be there`,
    cause: 'The source is optional or nullable, and the target is required.',
    fix: 'give a default, or make the target optional',
  }),
  FR2006: entry<{ field: string; owner: string }>({
    severity: 'error',
    title: 'Required field without a row',
    message: ({ field, owner }) => `no row fills '${field}', which ${owner} requires`,
    cause: 'The target model requires a field that no row of the mapping fills.',
    fix: ({ field }) => `add a row with to: ${field}`,
  }),
  FR2007: entry<{
    name: string;
    kind?: 'function' | 'method' | undefined;
    known: readonly string[];
    suggestion?: string | undefined;
  }>({
    severity: 'error',
    title: 'Name not bound',
    message: ({ name, kind }) =>
      kind === undefined ? `nothing is called '${name}' here` : `there is no ${kind} '${name}'`,
    cause: 'An expression reads a name that no trigger, earlier step or loop around it binds.',
    fix: ({ suggestion, kind, known }) =>
      didYouMean(
        suggestion,
        kind !== undefined
          ? `the ${kind}s are ${list(known)}`
          : known.length === 0
            ? 'write a value: no name is known here'
            : `known here: ${list(known)}`,
      ),
  }),
  FR2008: entry<{ what: string; fix?: string | undefined }>({
    severity: 'error',
    title: 'Expression not allowed',
    message: ({ what }) => `${what} is not allowed in an expression`,
    cause:
      'Expressions are a restricted part of TypeScript: paths, comparisons, arithmetic, conditionals and the standard functions.',
    fix: ({ fix }) => fix ?? 'use a standard function, or a piece of logic',
  }),
  FR2009: entry<{ name: string; first: string; second: string }>({
    severity: 'error',
    title: 'Two things want one name',
    message: ({ name, first, second }) => `'${name}' is given twice, by ${first} and by ${second}`,
    cause: 'Names that are used in the same place must differ.',
    fix: 'remove or rename one of them',
  }),
  FR2010: entry<{ found: string; fix: string }>({
    severity: 'error',
    title: 'Not a path or an expression',
    message: ({ found }) => `${found} is not expected here`,
    cause: 'The text is neither a path nor an expression of the language.',
    fix: ({ fix }) => fix,
  }),
  FR2011: entry<{ value: string; fix: string }>({
    severity: 'error',
    title: 'A value that may be missing',
    message: ({ value }) => `${value} may be missing here`,
    cause: 'The value is optional or nullable, and what is done with it needs it to be there.',
    fix: ({ fix }) => fix,
  }),
  FR2012: entry<{ path: string }>({
    severity: 'error',
    title: 'No examples at this place',
    message: ({ path }) => `the payloads hold nothing at '${path}'`,
    cause: 'A model is inferred from examples, and the path to them leads nowhere in the files.',
    fix: 'correct the path, or the files',
  }),
  FR2013: entry<{ target: string }>({
    severity: 'error',
    title: 'A list without a source',
    message: ({ target }) => `nothing says which list fills '${target}'`,
    cause: 'Rows fill fields of each item of a list, but none of them reads from a list.',
    fix: ({ target }) => `read from a list ([] in from), or add a row with to: ${target} that names it`,
  }),
  FR2014: entry<{ target: string; first: string; second: string }>({
    severity: 'error',
    title: 'A list with two sources',
    message: ({ target, first, second }) => `'${target}' is filled from '${first}' and from '${second}'`,
    cause: 'All rows that fill fields of one list must go through the same source list.',
    fix: 'read from one list, or build the other in a mapping of its own',
  }),
  FR2015: entry<{ what: string; needs: string }>({
    severity: 'error',
    title: 'One part needs another',
    message: ({ what, needs }) => `${what} needs ${needs}`,
    cause: 'A part of the spec makes no sense without another one.',
    fix: ({ what, needs }) => (/^an? /.test(what) ? `add ${needs}` : `add ${needs}, or remove ${what}`),
  }),
  FR2016: entry<{ field: string; owner: string }>({
    severity: 'error',
    title: 'A required part is missing',
    message: ({ field, owner }) => `'${field}' is missing in ${owner}`,
    cause: 'A call, a body or an input needs a part that is not given.',
    fix: ({ field }) => `add ${field}`,
  }),
  FR2017: entry<{ part: string; owner: string; fix: string }>({
    severity: 'error',
    title: 'A part that does not go here',
    message: ({ part, owner }) => `${owner} cannot have '${part}'`,
    cause: 'The part has no meaning in this form of the step.',
    fix: ({ fix }) => fix,
  }),
  FR2018: entry<{ part: string; value: string; reason: string }>({
    severity: 'error',
    title: 'A schedule that cannot be read',
    message: ({ part, value, reason }) =>
      part === 'timeZone' ? `'${value}' is no IANA time zone` : `'${value}' is no schedule: ${lowerFirst(reason)}`,
    cause: 'The cron expression or its time zone cannot be read, or it never fires.',
    fix: ({ part }) =>
      part === 'timeZone'
        ? 'write an IANA time zone such as Europe/Berlin'
        : "write minute, hour, day, month and weekday: '0 * * * *' is hourly",
  }),
  FR2019: entry<{ name: string }>({
    severity: 'error',
    title: 'A name that expressions cannot use',
    message: ({ name }) => `'${name}' cannot be a name here: it is a word of the expression language`,
    cause:
      'Steps, items and sources are read by their names in expressions, where words of TypeScript mean something else.',
    fix: 'choose another name',
  }),
  FR2020: entry<{ value: string; what: string; reason: string; suggestion?: string | undefined; example: string }>({
    severity: 'error',
    title: 'A date that cannot be read or written',
    message: ({ value, what, reason }) => `'${value}' is no ${what}: ${reason}`,
    cause: 'The form or the time zone of a date is not known. Letters that mean nothing would be written as they are.',
    fix: ({ suggestion, example }) => didYouMean(suggestion, `write ${example}`),
  }),
  FR2021: entry<{ table: string; values: readonly string[] }>({
    severity: 'error',
    title: 'A table that does not know every value',
    message: ({ table, values }) =>
      `the table '${table}' has no entry for ${values.map((value) => `'${value}'`).join(', ')}`,
    cause: 'The field that is looked up can hold values that the table does not know, and the target must be there.',
    fix: 'add the entries, or give the row a default',
  }),
  FR2022: entry<{ condition: string; holds: boolean }>({
    severity: 'error',
    title: 'A condition that never changes',
    message: ({ condition, holds }) => `'${condition}' ${holds ? 'always' : 'never'} holds`,
    cause:
      'A value other than a boolean counts as a condition by being there, and this one always is: 0 and an empty text are there, too.',
    fix: "compare the value (total > 0, name !== ''), or take the condition out",
  }),
  FR2023: entry<{ claim: string; needs: string; fix: string }>({
    severity: 'error',
    title: 'A type without its parts',
    message: ({ claim, needs }) => `the type ${claim} needs ${needs}`,
    cause: 'The spec claims to be a kind of integration, and lacks the parts that would make it one.',
    fix: ({ claim, fix }) => `${fix}; or take ${claim} out of type`,
  }),
  FR2024: entry<{ question: string }>({
    severity: 'error',
    title: 'An open question of high priority',
    message: ({ question }) => `'${question}' is of high priority, and not answered`,
    cause: 'What the integration has to do depends on a question that nobody has answered.',
    fix: 'write the answer (answer: …), or lower the priority',
  }),
  FR2025: entry<{ names: readonly string[] }>({
    severity: 'error',
    title: 'A mapping without end',
    message: ({ names }) => `the mapping applies itself without end: ${names.join(' → ')}`,
    cause:
      'A mapping applies itself, directly or through others, to what is always there, so that a run never comes to an end.',
    fix: 'apply it to a field that may be missing, or to each item of a list',
  }),
  FR2026: entry<{ system: string; what: string; suggestion?: string | undefined }>({
    severity: 'error',
    title: 'Not in the OpenAPI document',
    message: ({ system, what }) => `the OpenAPI document of '${system}' has no ${what}`,
    cause:
      'An endpoint asks for an operation, or sends a parameter or a field, that the document of its system does not know.',
    fix: ({ suggestion }) =>
      didYouMean(suggestion, 'correct it; openapi: false on the endpoint, where the document is wrong'),
  }),
  FR2027: entry<{ what: string; reason: string; fix: string }>({
    severity: 'error',
    title: 'JSONata that is not compiled',
    message: ({ what, reason }) => `${what} is not compiled from JSONata: ${reason}`,
    cause:
      'A `jsonata` row becomes plain TypeScript where the models say what every part of it gives; this part may give something else, or nothing that has a type.',
    fix: ({ fix }) => fix,
  }),
};
