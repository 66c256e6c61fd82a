import { entry } from './entry.ts';

export const loadFileCatalogue = {
  FR1001: entry<{ file: string }>({
    severity: 'error',
    title: 'File not found',
    message: ({ file }) => `no file '${file}'`,
    cause:
      'An input, or a file that a spec refers to, does not exist. References are relative to the file that holds them.',
    fix: 'correct the path, or create the file',
  }),
  FR1002: entry<{ file: string }>({
    severity: 'error',
    title: 'A directory where a file is wanted',
    message: ({ file }) => `'${file}' is a directory`,
    cause: 'A reference names a directory. Only inputs of a command may be directories.',
    fix: 'name a file in it',
  }),
  FR1003: entry<{ file: string }>({
    severity: 'error',
    title: 'File may not be read',
    message: ({ file }) => `no permission to read '${file}'`,
    cause: 'The operating system refuses access to the file or to a folder on the way to it.',
    fix: 'grant read permission',
  }),
  FR1004: entry<{ file: string; reason: string }>({
    severity: 'error',
    title: 'File cannot be read',
    message: ({ file, reason }) => `cannot read '${file}': ${reason}`,
    cause: 'Reading the file failed.',
    fix: 'see to the reason, or name another file',
  }),
  FR1005: entry<{ file: string; size: number; limit: number }>({
    severity: 'error',
    title: 'File too large',
    message: ({ file, size, limit }) => `'${file}' has ${megabytes(size)}; the limit is ${megabytes(limit)}`,
    cause: 'Specs and the files they refer to are read whole, so their size is limited.',
    fix: 'split the spec, or shorten the example data',
  }),
  FR1006: entry<{ file: string }>({
    severity: 'error',
    title: 'Not UTF-8 text',
    message: ({ file }) => `'${file}' is not UTF-8 text`,
    cause: 'The bytes of the file are not valid UTF-8: another encoding, or not a text file.',
    fix: 'save the file as UTF-8',
  }),
  FR1007: entry<{ file: string; comments?: boolean }>({
    severity: 'error',
    title: 'Empty file',
    message: ({ file, comments }) => `'${file}' ${comments === true ? 'holds nothing but comments' : 'is empty'}`,
    cause: 'The file holds nothing but white space and comments.',
    fix: 'write the content, or remove the file',
  }),
  FR1008: entry<{ input: string }>({
    severity: 'error',
    title: 'No spec found',
    message: ({ input }) => `no integration spec in '${input}'`,
    cause:
      'A directory is searched for *.integration.yaml, .yml and .json; node_modules and folders that begin with a dot are left out.',
    fix: 'name the spec <name>.integration.yaml',
  }),
  FR1009: entry<{ url: string }>({
    severity: 'error',
    title: 'Reference to the network',
    message: ({ url }) => `'${url}' is on the network; only files are read`,
    cause: 'A build reads files only, so that it gives the same result everywhere and at any time.',
    fix: 'save the document beside the spec and refer to the file',
  }),
  FR1010: entry<{ file: string; is: 'swagger' | 'version' | 'none' | 'arazzo' }>({
    severity: 'error',
    title: 'Another kind of document',
    message: ({ file, is }) => {
      if (is === 'arazzo') return `'${file}' is no Arazzo 1 document`;
      const found = {
        swagger: 'a Swagger 2.0 document',
        version: 'an OpenAPI document of another version',
        none: 'no OpenAPI document',
      };
      return `'${file}' is ${found[is]}; 3.0 and 3.1 are read`;
    },
    cause:
      'A file that should be an OpenAPI document of version 3.0 or 3.1, or an Arazzo document of version 1, is something else.',
    fix: ({ is }) =>
      is === 'arazzo'
        ? 'name a file that begins with arazzo: 1.0.1'
        : is === 'swagger'
          ? 'convert it: npx swagger2openapi swagger.json -o openapi.json'
          : "name a file that begins with openapi: '3.0.3', or '3.1.0'",
  }),
};

/** `2.1 MB`: rounded up, so that what is too large looks too large. */
function megabytes(bytes: number): string {
  return `${Math.ceil((bytes / 1024 / 1024) * 10) / 10} MB`;
}
