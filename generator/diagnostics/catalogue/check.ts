import { didYouMean, entry } from './entry.ts';

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
    message: ({ expected, found }) => `${expected} is wanted here, not ${found}`,
    cause: 'The value has a type that the place it goes to does not take.',
    fix: ({ fix }) => fix ?? 'convert the value, for example with a pipe',
  }),
  FR2005: entry<{ value: string; target: string }>({
    severity: 'error',
    title: 'A value that may be missing, for a field that must be there',
    message: ({ value, target }) => `'${value}' may be missing, but '${target}' must be there`,
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
  FR2007: entry<{ name: string; suggestion?: string | undefined }>({
    severity: 'error',
    title: 'Name not bound',
    message: ({ name }) => `nothing is called '${name}' here`,
    cause: 'An expression reads a name that no trigger, earlier step or loop around it binds.',
    fix: ({ suggestion }) => didYouMean(suggestion, 'give an earlier step this id, or correct the name'),
  }),
  FR2008: entry<{ what: string; fix?: string | undefined }>({
    severity: 'error',
    title: 'Expression not allowed',
    message: ({ what }) => `${what} is not allowed in an expression`,
    cause: 'Expressions are a restricted part of TypeScript: paths, comparisons, arithmetic, conditionals and the standard functions.',
    fix: ({ fix }) => fix ?? 'use a standard function, or a piece of logic',
  }),
  FR2009: entry<{ name: string; first: string; second: string }>({
    severity: 'error',
    title: 'Two things want one name',
    message: ({ name, first, second }) => `${first} and ${second} are both called '${name}'`,
    cause: 'Names that are used in the same place must differ.',
    fix: 'rename one of them',
  }),
};
