import { entry } from './entry.ts';

/** FR73xx: asking a model to fill a gap; prompts, replies and recordings. */
export const askCatalogue = {
  FR7301: entry<{ problem: string }>({
    severity: 'error',
    title: 'No key',
    message: ({ problem }) => problem,
    cause: 'The Messages API answers only with a key, and none is in the environment.',
    fix: 'set ANTHROPIC_API_KEY; or go without: recorded replies (--provider replay), a reply carried over by hand (flowright gaps record), a body of your own (flowright gaps adopt), or a local server (--base-url)',
  }),
  FR7302: entry<{ problem: string }>({
    severity: 'error',
    title: 'Key refused',
    message: ({ problem }) => problem,
    cause: 'The server does not accept the key, or the key may not do this.',
    fix: 'look at ANTHROPIC_API_KEY, and at what the key may be used for',
  }),
  FR7303: entry<{ problem: string }>({
    severity: 'error',
    title: 'Request refused',
    message: ({ problem }) => problem,
    cause:
      'The server understood the request and will not answer it: the model is unknown, the prompt is too long, or there is no credit.',
    fix: 'see what the server says; --model names another model',
  }),
  FR7304: entry<{ problem: string }>({
    severity: 'error',
    title: 'Server busy',
    message: ({ problem }) => problem,
    cause: 'The server had too much to do, or failed, each time it was asked.',
    fix: 'run it again later; what was answered is kept and not paid twice',
  }),
  FR7305: entry<{ problem: string }>({
    severity: 'error',
    title: 'No answer',
    message: ({ problem }) => problem,
    cause: 'The server was not reached, did not answer in time, or the connection was cut, each time it was asked.',
    fix: 'look at the network and at --base-url, and run it again; what was answered is kept and not paid twice',
  }),
  FR7306: entry<{ problem: string }>({
    severity: 'error',
    title: 'Not an answer of the Messages API',
    message: ({ problem }) => problem,
    cause: 'Something else answers at the address, or something between here and there changed the answer.',
    fix: 'look at --base-url: it names a server that speaks the Messages API, without /v1',
  }),
  FR7307: entry<{ problem: string }>({
    severity: 'error',
    title: 'Stopped',
    message: ({ problem }) => problem,
    cause: 'The command was ended while a question was open.',
    fix: 'run it again; what was answered is kept and not paid twice',
  }),
  FR7310: entry<{ problem: string; fix?: string | undefined }>({
    severity: 'error',
    title: 'No reply is recorded',
    message: ({ problem }) => problem,
    cause: 'Recorded replies are found by all that is asked: the model, its limit, and every character of the prompt.',
    fix: ({ fix }) => fix ?? 'record it with flowright gaps record',
  }),
  FR7311: entry<{ problem: string }>({
    severity: 'error',
    title: 'Recording that cannot be used',
    message: ({ problem }) => problem,
    cause: 'The file is damaged, was changed by hand, or is no recording.',
    fix: 'take it from version control again, or remove it and record the reply anew',
  }),
  FR7312: entry<{ problem: string }>({
    severity: 'error',
    title: 'Reply not recorded',
    message: ({ problem }) => problem,
    cause: 'The operating system did not let the file of a recording be written.',
    fix: 'see to the folder, or give another with --recordings',
  }),
  FR7320: entry<{ problem: string }>({
    severity: 'error',
    title: 'Not answered in its batch',
    message: ({ problem }) => problem,
    cause: 'A batch answers each of its requests for itself; this one failed, was canceled, or its time ran out.',
    fix: 'run it again: only what was not answered is asked anew',
  }),
  FR7330: entry<{ folder: string; reason: string }>({
    severity: 'error',
    title: 'Prompts that cannot be used',
    message: ({ folder, reason }) => `the prompts in '${folder}' cannot be used: ${reason}`,
    cause: 'A template is missing, is no Handlebars, or uses a name that it is not given.',
    fix: 'see prompts/README.md for the files of a version, and what they are given',
  }),
  FR7331: entry<{ file: string; reason: string }>({
    severity: 'error',
    title: 'File that cannot be attached',
    message: ({ file, reason }) => `'${file}' cannot be attached: ${reason}`,
    cause: 'Attachments are texts in UTF-8 that go into the prompt whole, so they are limited.',
    fix: 'attach the part of it that matters, as text',
  }),
};
