import type { Help } from './help.ts';

export const loadFileHelp: Readonly<Record<string, Help>> = {
  FR1001: {
    why: 'A path in a spec is relative to the file that holds it, not to the folder in which the command runs. A path on the command line is relative to the current folder.',
    remedy: [
      'Look at the path as the message shows it, from the current folder: upper and lower case count, and so do the endings `.yaml`, `.yml` and `.json`.',
      'If the file is still to come, create it; an empty schema is `{}`.',
    ],
  },
  FR1002: {
    why: 'A schema, a table or an example is one file. Only the arguments of a command may be folders, which are then searched for specs.',
    remedy: ['Name the file in the folder. Several examples are a list: `infer: [./a.json, ./b.json]`.'],
  },
  FR1003: {
    why: 'The operating system decides who may read a file. A folder on the way to it needs the permission to enter (`x`), too.',
    remedy: [
      '`ls -l` shows the owner and the permissions; `chmod u+r FILE` lets the owner read.',
      'In a container, run as the user that owns the files.',
    ],
  },
  FR1004: {
    why: 'The operating system gave an error, or the path leads to something that is no file, such as a pipe or a device. Nothing is read from those, since they may never end.',
    remedy: ['Look up the reason in the message, or copy the content into an ordinary file.'],
  },
  FR1005: {
    why: 'Every file is read whole and every value keeps its place in it, so a limit keeps a wrong path (a log, a dump) from taking the memory.',
    remedy: [
      'Shorten example payloads to a few items; two or three are enough to infer a model.',
      'Split a spec by integration, and move schemas into files of their own.',
    ],
  },
  FR1006: {
    why: 'Text in another encoding cannot be told apart safely, and a wrong guess would change names and values without a word.',
    remedy: [
      'Save it as UTF-8 in the editor, or convert it: `iconv -f latin1 -t utf-8 OLD > NEW`.',
      'If it is no text at all (a spreadsheet, an archive), the path is wrong.',
    ],
  },
  FR1007: {
    why: 'An empty file is far more often an accident (a save that failed, a file still to be written) than a spec that does nothing.',
    remedy: ['`flowright init` writes a small spec to start from.'],
  },
  FR1008: {
    why: 'A folder usually holds much other YAML, so specs are known by the ending of their names.',
    remedy: [
      'Call the file `orders.integration.yaml` (or `.yml`, `.json`).',
      'A file of any name can be given itself: `flowright check orders.yaml`.',
      "Put globs into quotes, so that the shell leaves them alone: `flowright check 'specs/**/*.yaml'`.",
    ],
  },
  FR1009: {
    why: 'A document on the network changes, and is sometimes not there. A build reads files only, so that it gives the same result everywhere, at any time.',
    remedy: [
      'Save the document beside the spec, and refer to the file: `$ref: ./order.schema.json`.',
      'Commit it, so that a change of the API shows as a change of the file.',
    ],
  },
  FR1010: {
    why: 'Operations, parameters and models are read as OpenAPI 3.0 and 3.1 write them, workflows as Arazzo 1 does. Swagger 2.0 writes bodies, servers and credentials in another way.',
    remedy: [
      'Convert a Swagger 2.0 document once, and keep the result: `npx swagger2openapi swagger.json -o openapi.json`.',
      'If the file is something else, correct the path.',
    ],
  },
};
