import { didYouMean, entry } from './entry.ts';

export const loadSyntaxCatalogue = {
  FR1020: entry<{ problem: string; fix?: string | undefined }>({
    severity: 'error',
    title: 'YAML syntax',
    message: ({ problem }) => problem,
    cause: 'The file is not valid YAML 1.2.',
    fix: ({ fix }) => fix,
  }),
  FR1021: entry<{ key: string }>({
    severity: 'error',
    title: 'Key given twice',
    message: ({ key }) => `the key '${key}' is given twice`,
    cause: 'An object names a key more than once; one of the values would be lost.',
    fix: 'remove or rename one of them',
  }),
  FR1022: entry<{ tag: string }>({
    severity: 'error',
    title: 'Tag not allowed',
    message: ({ tag }) => `the tag ${tag} is not allowed`,
    cause: 'A spec is plain data: text, numbers, booleans, null, lists and objects.',
    fix: 'remove the tag, or put quotes around text that begins with !',
  }),
  FR1023: entry<{ found: string }>({
    severity: 'error',
    title: 'A key that is not text',
    message: ({ found }) => `a key must be text, not ${found}`,
    cause:
      'Keys of objects are text. A number, true, false, null, a list or an object was found in the place of a key.',
    fix: 'put quotes around the key',
  }),
  FR1024: entry<{ key: string }>({
    severity: 'error',
    title: 'Merge key',
    message: ({ key }) => `the merge key '${key}' is not part of YAML 1.2`,
    cause: 'The key << asks for the keys of another object; merge keys belong to YAML 1.1.',
    fix: 'write the keys out, or use an alias for the whole value',
  }),
  FR1025: entry<{ limit: number }>({
    severity: 'error',
    title: 'Too many aliases',
    message: ({ limit }) => `the aliases stand for more than ${limit} values`,
    cause: 'Aliases of aliases multiply; a small file can stand for more data than fits into memory.',
    fix: 'write the data out, or put it into a file of its own',
  }),
  FR1026: entry<{ name: string; suggestion?: string | undefined }>({
    severity: 'error',
    title: 'Unknown alias',
    message: ({ name }) => `no anchor '&${name}' before this alias`,
    cause:
      'An alias (*name) stands for the value that an anchor (&name) marked earlier in the file. Text that begins with * needs quotes.',
    fix: ({ name, suggestion }) =>
      didYouMean(
        suggestion === undefined ? undefined : `*${suggestion}`,
        `mark a value above with &${name}, or put quotes around the text`,
      ),
  }),
  FR1027: entry<{ limit: number }>({
    severity: 'error',
    title: 'Nested too deeply',
    message: ({ limit }) => `nested more than ${limit} levels deep`,
    cause: 'Lists and objects may be nested to a limit that no readable spec comes near.',
    fix: 'move a part into a file, a mapping or a workflow of its own',
  }),
  FR1028: entry<{ key: string }>({
    severity: 'error',
    title: 'Key not allowed',
    message: ({ key }) => `the key '${key}' is not allowed`,
    cause: 'In JavaScript this key reaches the prototype of an object rather than a field.',
    fix: 'rename the key',
  }),
  FR1029: entry<{ count: number }>({
    severity: 'error',
    title: 'Several documents in a file',
    message: ({ count }) => `${count} documents in one file`,
    cause: 'A line with --- begins a new YAML document. A file holds one.',
    fix: 'move each document into a file of its own',
  }),
  FR1030: entry<{ problem: string }>({
    severity: 'error',
    title: 'JSON syntax',
    message: ({ problem }) => `this is not valid JSON: ${problem}`,
    cause: 'A file whose name ends in .json must be valid JSON.',
    fix: 'correct the JSON, or rename the file to .yaml',
  }),
  FR1031: entry<{ value: string }>({
    severity: 'error',
    title: 'Not a finite number',
    message: ({ value }) => `'${value}' is no finite number`,
    cause: 'Infinity and not-a-number have no form in JSON, which is what specs and payloads are made of.',
    fix: 'give another number, or put quotes around it if it is text',
  }),
  FR1032: entry<{ name: string }>({
    severity: 'error',
    title: 'Alias within its own anchor',
    message: ({ name }) => `the alias '*${name}' is part of what '&${name}' marks`,
    cause: 'The value would contain itself, without end.',
    fix: 'write the inner value out',
  }),
  FR1033: entry<{ key: string }>({
    severity: 'error',
    title: 'Braces without quotes',
    message: ({ key }) => `{${key}} without quotes is an object with the key '${key}', not a text`,
    cause:
      'A text that begins with a brace was written without quotes, so YAML reads an object whose key has no value.',
    fix: ({ key }) => `put quotes around the text: '{${key}}'`,
  }),
};
