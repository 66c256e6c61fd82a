import { didYouMean, entry, list } from './entry.ts';

/** FR5xxx: the output folder. */
export const writeCatalogue = {
  FR5001: entry<{ file: string }>({
    severity: 'error',
    title: 'Generated file was edited by hand',
    message: ({ file }) => `'${file}' was edited by hand; it is not overwritten`,
    cause: 'The file no longer has the content that was generated, and the new content differs from both.',
    fix: 'move the change into the spec, or overwrite it with --force',
  }),
  FR5002: entry<{ file: string }>({
    severity: 'error',
    title: 'A file of your own is in the way',
    message: ({ file }) => `'${file}' exists and was not generated; it is not overwritten`,
    cause: 'The output folder holds a file that no earlier build wrote, where a generated file has to go.',
    fix: 'choose another output folder, move the file, or overwrite it with --force',
  }),
  FR5003: entry<{ file: string; directory: string }>({
    severity: 'error',
    title: 'Path leaves the output folder',
    message: ({ file, directory }) => `'${file}' is outside the output folder '${directory}'`,
    cause:
      'Generated files are only ever written below the output folder; absolute paths, .. and symbolic links are refused.',
    fix: 'remove the symbolic link, or choose another output folder',
  }),
  FR5004: entry<{ file: string; action: string; reason: string }>({
    severity: 'error',
    title: 'Output cannot be written',
    message: ({ file, action, reason }) => `cannot ${action} '${file}': ${reason}`,
    cause: 'The operating system refused. The file has its earlier content.',
    fix: 'see to the reason, and run it again',
  }),
  FR5005: entry<{ file: string; reason: string }>({
    severity: 'error',
    title: 'Manifest cannot be read',
    message: ({ file, reason }) => `the manifest '${file}' cannot be read: ${reason}`,
    cause:
      'The manifest says which files were generated and what they held; without it nothing can be overwritten safely.',
    fix: 'restore the manifest, or build again with --force',
  }),
  FR5006: entry<{ file: string }>({
    severity: 'warning',
    title: 'File kept that is no longer generated',
    message: ({ file }) => `'${file}' is no longer generated, but was edited by hand; it is kept`,
    cause: 'An earlier build wrote the file, it has been changed since, and the spec no longer asks for it.',
    fix: 'remove the file if it is not needed',
  }),
  FR5007: entry<{ file: string }>({
    severity: 'error',
    title: 'Ejected file is missing',
    message: ({ file }) => `'${file}' was ejected, but is not there`,
    cause: 'The manifest says that the file belongs to you; a build neither writes nor replaces it.',
    fix: ({ file }) => `restore the file, or give it back with flowright eject --undo ${file}`,
  }),
  FR5008: entry<{ file: string; suggestion?: string | undefined }>({
    severity: 'error',
    title: 'Not a generated file',
    message: ({ file }) => `'${file}' is no generated file of an integration`,
    cause:
      'Only what a build has written, and its manifest lists, can be ejected; files named flowright.* always stay generated.',
    fix: ({ suggestion }) => didYouMean(suggestion, 'name a file that the manifest of its output folder lists'),
  }),
  FR5009: entry<{ file: string }>({
    severity: 'error',
    title: 'File was not ejected',
    message: ({ file }) => `'${file}' is not ejected`,
    cause: 'Only a file that belongs to you can be given back.',
    fix: 'see the list in flowright.manifest.json under ejected',
  }),
  FR5010: entry<{ file: string; tsCode: string; message: string }>({
    severity: 'error',
    title: 'Your file does not fit the generated code',
    message: ({ file, tsCode, message }) => `'${file}' does not type-check: ${message} (${tsCode})`,
    cause:
      'A file that was ejected, or that stands beside one, is checked together with the code that is generated today.',
    fix: ({ file }) => `change the file, or, if it was ejected, give it back with flowright eject --undo ${file}`,
  }),
  FR5011: entry<{ file: string; line: number; ejected: readonly string[]; tsCode: string; message: string }>({
    severity: 'error',
    title: 'Generated code does not fit an ejected file',
    message: ({ file, line, tsCode, message }) =>
      `generated ${file}:${line} does not type-check against the ejected files: ${message} (${tsCode})`,
    cause: 'Generated code uses what an ejected file exports, and the spec or the file has changed since.',
    fix: ({ ejected }) =>
      `give ${list(ejected, 'or')} the exports that ${ejected.length === 1 ? 'its generated version has' : 'their generated versions have'}`,
  }),
};
