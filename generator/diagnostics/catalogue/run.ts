import { didYouMean, entry, list } from './entry.ts';

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
  FR6003: entry<{ name: string; templates: readonly string[]; suggestion?: string | undefined }>({
    severity: 'error',
    title: 'Unknown template',
    message: ({ name }) => `there is no template '${name}'`,
    cause: 'Specs are started from the templates that come with Flowright.',
    fix: ({ suggestion, templates }) => didYouMean(suggestion, `the templates are ${list(templates)}`),
  }),
  FR6004: entry<{ name: string; suggestion?: string | undefined }>({
    severity: 'error',
    title: 'Name that an integration cannot have',
    message: ({ name }) => `an integration cannot be called '${name}'`,
    cause:
      'A name is lower case, begins with a letter, holds letters, digits and single hyphens, and has at most 80 characters.',
    fix: ({ suggestion }) =>
      suggestion === undefined
        ? 'use lower-case letters and digits, words joined by hyphens'
        : `call it '${suggestion}'`,
  }),
  FR6005: entry<{ file: string }>({
    severity: 'error',
    title: 'A file is in the way',
    message: ({ file }) => `'${file}' exists already; nothing was written`,
    cause: 'A new spec never overwrites a file.',
    fix: 'choose another name, or another folder with --dir',
  }),
  FR6006: entry<{ path: string }>({
    severity: 'error',
    title: 'Not an integration',
    message: ({ path }) => `there is no integration in '${path}'`,
    cause: 'The folder of an integration holds src/triggers.ts and src/mocks.ts, as a build writes them.',
    fix: 'name a folder that flowright build has written',
  }),
  FR6007: entry<{ path: string; specs: readonly string[] }>({
    severity: 'error',
    title: 'Several specs where one is wanted',
    message: ({ path, specs }) => `'${path}' holds ${specs.length} specs`,
    cause: 'One integration is run at a time.',
    fix: ({ specs }) => `name one of them: ${list(specs, 'or')}`,
  }),
  FR6008: entry<{ fault: string; problem: string; fix?: string | undefined }>({
    severity: 'error',
    title: 'Fault not understood',
    message: ({ fault, problem }) => `the fault '${fault}' makes no sense: ${problem}`,
    cause: 'A fault names a mock system, perhaps one of its endpoints, and what it does.',
    fix: ({ fix }) => fix ?? 'write SYSTEM.ENDPOINT=429, =500, =slow, =malformed or =disconnect',
  }),
  FR6009: entry<{ folder: string; reason: string }>({
    severity: 'error',
    title: 'Integration cannot be loaded',
    message: ({ folder, reason }) => `the integration in '${folder}' cannot be loaded: ${reason}`,
    cause:
      'Importing the code of the integration failed: a file was edited or is missing, or it was generated for another version.',
    fix: 'build it again',
  }),
  FR6010: entry<{ port: number }>({
    severity: 'error',
    title: 'Port is taken',
    message: ({ port }) => `port ${port} is taken`,
    cause: 'Another process listens on the port.',
    fix: 'choose another one with --port, or any free one with --port 0',
  }),
  FR6013: entry<{ file: string; reason: string; option: string; inTheWay?: string }>({
    severity: 'error',
    title: 'File cannot be written',
    message: ({ file, reason }) => `cannot write '${file}': ${reason}`,
    cause: 'A file stands where a folder is needed, the folder may not be written, or the disk is full.',
    fix: ({ option, inTheWay }) =>
      `${inTheWay === undefined ? 'see to that' : `rename or remove '${inTheWay}'`}, or choose another place with ${option}`,
  }),
  FR6014: entry<{ found: string; wanted: string }>({
    severity: 'error',
    title: 'Node is too old',
    message: ({ found, wanted }) => `this is Node ${found}; Flowright needs ${wanted} or newer`,
    cause: 'Integrations are run as TypeScript, and keep their runs in the database that is part of Node.',
    fix: 'install a current Node',
  }),
  FR6015: entry<{ code: string; suggestion?: string | undefined }>({
    severity: 'error',
    title: 'Unknown code',
    message: ({ code }) => `no diagnostic has the code '${code}'`,
    cause: 'The code to explain is not one of those that diagnostics have.',
    fix: ({ suggestion }) => didYouMean(suggestion, 'flowright explain lists them all'),
  }),
  FR6016: entry<{ system: string; reason: string }>({
    severity: 'error',
    title: 'Not connected',
    message: ({ system, reason }) => `'${system}' was not connected: ${reason}`,
    cause: 'The person did not agree, or the system did not give a refresh token for their consent.',
    fix: 'see to that, and run flowright connect again',
  }),
};
