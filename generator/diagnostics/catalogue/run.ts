import { entry } from './entry.ts';

/** FR6xxx: settings and usage of the command line. */
export const runCatalogue = {
  FR6001: entry<{ problem: string; fix?: string | undefined }>({
    severity: 'error',
    title: 'Command used wrongly',
    message: ({ problem }) => problem,
    cause: 'The command was called with arguments that do not go together.',
    fix: ({ fix }) => fix ?? 'see flowright --help',
  }),
  FR6002: entry<{ name: string; wanted?: string | undefined }>({
    severity: 'error',
    title: 'Setting missing',
    message: ({ name, wanted }) => `the setting ${name} is not given${wanted === undefined ? '' : ` (${wanted})`}`,
    cause: 'An environment variable that the integration needs has no value.',
    fix: ({ name }) => `set ${name} in the environment or in .env`,
  }),
};
