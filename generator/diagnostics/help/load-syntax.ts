import type { Help } from './help.ts';

export const loadSyntaxHelp: Readonly<Record<string, Help>> = {
  FR1020: {
    why: 'YAML gives a meaning to many characters at the start of a text and to `: ` and ` #` within it. Inside `{ }` and `[ ]` that goes for `,`, brackets and braces as well.',
    remedy: [
      "Put the text into single quotes: `path: '/deals/{id}'`, `description: 'Orders: daily'`. Within them, a single quote is written twice.",
      'The mistake is often a line above the place where it is noticed: look for a quote or a bracket that is not closed.',
      'Indent with spaces, the same number for all keys of one object.',
    ],
  },
  FR1021: {
    why: 'Most tools keep the last of two values and say nothing. A mapping or an endpoint that is lost this way is hard to find.',
    remedy: ['Remove the one that is not wanted; if both are, give one another name.'],
  },
  FR1022: {
    why: 'Tags (`!name`, `!!name`) ask a program to make something else than plain data of a value, even to run code. A spec is data that every tool reads alike.',
    remedy: ['Remove the tag.', 'Text that begins with `!` needs quotes.'],
  },
  FR1023: {
    why: 'Keys become names of fields, and those are text. YAML reads `1:`, `true:` and `null:` as a number, a boolean and nothing.',
    remedy: [
      "Put quotes around the key: `{ '1': one }`.",
      'Where a text begins with `{` or `[`, put quotes around the whole text.',
    ],
  },
  FR1024: {
    why: 'YAML 1.2 has no merge keys, and tools that read them disagree about which value wins.',
    remedy: ['Write the keys out.', 'Where the whole value is the same, use an alias: `archive: *crm`.'],
  },
  FR1025: {
    why: 'Aliases of lists of aliases multiply: ten lines can stand for a billion values. The limit counts every value with its aliases written out.',
    remedy: ['Write the data out where it is used.', 'Put shared data into a file, a table or a model.'],
  },
  FR1026: {
    why: 'In YAML, `*name` stands for the value that `&name` marked earlier in the file.',
    remedy: [
      'Correct the name, or mark the value above: `crm: &crm …`.',
      "If it is just text, put quotes around it: `'*all orders'`.",
    ],
  },
  FR1027: {
    why: 'No spec that a person can read comes near the limit. Without one, a crafted file could take all memory.',
    remedy: [
      'Look for brackets that are not closed.',
      'Move an inner part into a file, a mapping or a workflow of its own.',
    ],
  },
  FR1028: {
    why: 'In JavaScript, `__proto__` reaches what all objects share rather than a field. Data with such a key is a known way to attack a program.',
    remedy: [
      'Rename the field. If an API really sends it, leave it out of the model: fields that are not declared are ignored.',
    ],
  },
  FR1029: {
    why: 'A line of `---` begins another document. One file is one spec, so that a name in a message means one thing.',
    remedy: ['Move each document into a file of its own, or remove the line.'],
  },
  FR1030: {
    why: 'A file whose name ends in `.json` is read by other tools as well, so it has to be JSON in the strict sense: double quotes, no comments, no comma after the last item.',
    remedy: ['Correct it, or rename the file to `.yaml`: every JSON document is YAML, and YAML takes comments.'],
  },
  FR1031: {
    why: 'Specs, payloads and what is kept between steps are JSON, which has neither infinity nor not-a-number.',
    remedy: ['Write a number that is large enough.', "Put quotes around it where text is meant: `'.inf'`."],
  },
  FR1032: {
    why: 'The alias stands for a value that contains the alias, which contains the value, and so on without end.',
    remedy: ['Write out what is meant at the inner place, or name the anchor that was meant.'],
  },
  FR1033: {
    why: 'To YAML, `{order.id}` without quotes is an object with one key and nothing in it. Almost always a placeholder is meant.',
    remedy: [
      "Put quotes around the whole text: `id: '{order.id}'`.",
      'If an object is meant, give the key a value: `{ id: null }`.',
    ],
  },
};
