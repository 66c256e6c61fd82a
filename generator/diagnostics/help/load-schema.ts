import type { Help } from './help.ts';

export const loadSchemaHelp: Readonly<Record<string, Help>> = {
  FR1101: {
    why: 'A key that is not known would be ignored, and what it was to do would be missing without a word. So every key is checked, upper and lower case included.',
    remedy: [
      'Correct the spelling.',
      'Look at the indentation: the key may belong to the object around this one.',
      'With `# yaml-language-server: $schema=…` in the first line, an editor completes the keys.',
    ],
  },
  FR1102: {
    why: 'Without this key there is no telling what is meant, and no default that would be right for most.',
    remedy: ['Add the key. `docs/spec.md` shows each part at work.'],
  },
  FR1103: {
    why: 'YAML tells text, numbers, booleans, lists and objects apart by how they are written, and each place of a spec takes only some of them.',
    remedy: [
      "Text that looks like a number or a boolean needs quotes: `'30'`.",
      'A list is `[a, b]`, or lines that begin with `- `; an object is `{ key: value }`, or lines `key: value`.',
      'Only `true` and `false` are booleans in YAML 1.2; `yes` and `on` are text.',
    ],
  },
  FR1104: {
    why: 'The place takes one of a few words, and upper and lower case count.',
    remedy: ['Write one of the words that the message names.'],
  },
  FR1105: {
    why: 'From this text a name, a URL or a length of time is made, so it has to have the form of one.',
    remedy: [
      'The message says what is wanted. Lengths of time are `500ms`, `30s`, `5m`, `48h`, `7d`; names begin with a letter and hold letters and digits.',
    ],
  },
  FR1106: {
    why: 'A value outside the bounds has no meaning, or is so far from what is sensible that it is taken for a slip.',
    remedy: ['Give a value within the bounds that the message names.'],
  },
  FR1107: {
    why: 'Rows, steps, triggers and the like come in kinds, each known by a key of its own: `call` makes a step that calls, `from` a row that reads.',
    remedy: ['Add the key of the kind that is meant.', 'If it is there, look at its indentation.'],
  },
  FR1108: {
    why: 'Each of the keys makes another kind of thing, and one thing has one kind.',
    remedy: [
      'Keep the key that is meant, and remove the other.',
      'If both are meant, write two: two steps, two workflows, two rows.',
    ],
  },
  FR1109: {
    why: 'The list is a set of choices, in which a second mention is a slip or stands for something that was meant instead.',
    remedy: ['Remove the second one, or correct it to what was meant.'],
  },
  FR1111: {
    why: 'The version says how the rest of the file is to be read. A file for another version would be misread.',
    remedy: [
      'Write `flowright: 1`.',
      'If the spec is of a newer language, update Flowright: `npm install flowright@latest`.',
    ],
  },
  FR1112: {
    why: 'Specs are committed, shared and put into generated files. A secret in one would be in all of them, so a spec only holds the name of an environment variable.',
    remedy: [
      'Put the secret into `.env` (never committed) as `CRM_TOKEN=…`, and write `secret: CRM_TOKEN`.',
      'If the secret has been committed or shared, replace it at the system that gave it out.',
    ],
  },
};
