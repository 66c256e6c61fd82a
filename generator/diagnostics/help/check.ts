import type { Help } from './help.ts';

export const checkHelp: Readonly<Record<string, Help>> = {
  FR2001: {
    why: 'Parts of a spec refer to each other by name, and every name has to lead somewhere. Upper and lower case count.',
    remedy: [
      'Correct the name; where another one is near, the message suggests it.',
      'If the part is still missing, add it to its section: `models`, `endpoints`, `mappings`, `tables`, `logic`.',
    ],
  },
  FR2002: {
    why: 'A model that is only another name for itself has no fields. Below a field or in a list, though, a model may contain itself.',
    remedy: [
      'Take out the reference that was not meant.',
      'Where the data really is nested (a comment with replies), put the reference below a field: `replies?: [Comment]`.',
    ],
  },
  FR2003: {
    why: 'Every path is looked up in the model that it starts from, so that a misspelled field is found now and not by a customer. Upper and lower case count.',
    remedy: [
      'Correct the path.',
      'If the system does send the field, add it to the model; `name?` where it may be absent.',
      'An odd name is written in brackets: `from: \'["odd key"]\'`.',
    ],
  },
  FR2004: {
    why: 'The generated code is typed: what comes out of the source, through all operations, has to be what the target takes.',
    remedy: [
      'Convert the value: `pipe: [number]`, `pipe: [string]`, `{ date: iso }`, `{ lookup: table }`.',
      "Of a list, take one value: `first`, `count`, `{ join: ', ' }`.",
      'If the model is wrong about what the system sends, correct the model.',
    ],
  },
  FR2005: {
    why: 'The source is optional or may be null, an operation may find nothing, or a `when` may leave the row out. The target system, though, always wants the field.',
    remedy: [
      'Give a default: `default: none`.',
      'Name a second source: `from: [note, title]`.',
      'If the target takes it without, make the field optional (`note?: string`) in its model.',
    ],
  },
  FR2006: {
    why: 'The target model says that the field is always there, and nothing in the mapping puts it there.',
    remedy: [
      'Add a row for it.',
      'If both models have a field of this name, `project: true` copies it.',
      'If it is not required after all, mark it in the model: `amount?: number`.',
    ],
  },
  FR2007: {
    why: "A step sees the trigger's payload by the name that `as` gives it (otherwise `payload` or `input`), the results of earlier steps by their `id`, the item of a loop around it, `run` and `checkpoint`. What one branch alone names may be missing after it.",
    remedy: ['Correct the name.', 'Give the step whose result is meant an `id`, and put it before this one.'],
  },
  FR2008: {
    why: 'Expressions are part of a spec, not of a program: they cannot assign, define or reach anything but the data they are given. So a spec can be trusted like data.',
    remedy: [
      'Use an operation or a standard function; `docs/spec.md` lists them.',
      'What cannot be said so is `logic`: a typed function of your own that the spec only names.',
    ],
  },
  FR2009: {
    why: 'Two things of one name in one place would hide each other, or be written to the same file.',
    remedy: [
      'Rename one of them, and the places that refer to it.',
      'Of two rows for one field, keep one; `from: [a, b]` takes the first that is present.',
    ],
  },
  FR2010: {
    why: 'The text breaks off, or has something where a path or an expression has nothing of the kind.',
    remedy: [
      'Paths are `customer.email`, `lines[0].sku`, `lines[].sku`, `\'["odd key"]\'` and `.`; anything more goes into `template` or `expr`.',
      'In texts with values, `{` begins an expression; a literal brace is written twice: `{{`.',
    ],
  },
  FR2011: {
    why: 'What may be missing has to be dealt with before it is reckoned with, compared or looped over; otherwise the run would fail on the first record without it.',
    remedy: [
      'Give a value for that case: `(total ?? 0) > 100`, `(lines ?? [])`.',
      'End the run or branch before it: `guard: { unless: order.lines, fail: invalid_input }`; after it, the value is known to be there.',
    ],
  },
  FR2012: {
    why: 'A model is inferred from what stands at `at` in each payload, and there is nothing at that place.',
    remedy: ['Look into the file: `data[]` means each item of the list in the field `data`, `.` the whole file.'],
  },
  FR2013: {
    why: 'A row `to: items[].sku` fills a field of each item, so some row has to say which list the items come from.',
    remedy: [
      "Read from a list: `{ to: 'items[].sku', from: 'lines[].sku' }`.",
      "Or name the list in a row of its own: `{ to: 'items[]', from: 'lines[]' }`.",
    ],
  },
  FR2014: {
    why: 'All rows of one list run in one loop over one source. Two lists have no order in which their items would meet.',
    remedy: ['Read all fields from one list.', 'Where the lists belong together by a key, build the list in `logic`.'],
  },
  FR2015: {
    why: 'The one part says what to do, the other with what; alone, it does nothing.',
    remedy: ['Add the part that the message names, or remove the one that needs it.'],
  },
  FR2016: {
    why: 'The endpoint, the body or the logic declares the part as required, and the call would be refused without it.',
    remedy: [
      "Add it: `with: { path: { id: '{deal.id}' } }`.",
      'If it may be left out, declare it so: `{ optional: true }` for a parameter, `name?` for a field.',
    ],
  },
  FR2017: {
    why: 'The step comes in several forms, and the part belongs to another of them.',
    remedy: ['Remove it, or write the form that has it; the message says which.'],
  },
  FR2018: {
    why: 'A schedule that cannot be read would never start, and nobody would notice.',
    remedy: [
      "Five fields are minute, hour, day of month, month, weekday: `'*/15 * * * *'` is every quarter of an hour, `'0 6 * * 1-5'` is at six on working days. A sixth field in front is seconds.",
      'Time zones are called `Europe/Berlin`, `America/New_York`, `UTC`.',
    ],
  },
  FR2019: {
    why: 'Expressions read steps, sources and items by name. A word of TypeScript would be read as that word instead.',
    remedy: ['Choose another name: `newDeal` rather than `new`.'],
  },
  FR2020: {
    why: 'Letters that mean nothing in a pattern would be written as they are, and a time zone that does not exist would shift every date.',
    remedy: [
      'Patterns are made of `yyyy MM dd HH mm ss SSS`; `MM` is the month, `mm` the minute. Other text goes into single quotes.',
      'Time zones are called `Europe/Berlin`, `America/New_York`, `UTC`.',
    ],
  },
  FR2021: {
    why: 'The field takes one of a few values, all of which are known, so a value without an entry is a gap that a run would find some day.',
    remedy: [
      'Add an entry for each value that the message names.',
      'If there is one answer for all the rest, give the row a `default`.',
    ],
  },
  FR2022: {
    why: 'A boolean counts by its value, anything else by being there: 0 and an empty text are there. What is always there, or never, makes one branch dead.',
    remedy: [
      "Say what is meant: `total > 0`, `name !== ''`, `count(lines) > 0`.",
      'If the value may be missing after all, mark it in the model: `email?: string`.',
      'Otherwise take the condition out.',
    ],
  },
  FR2023: {
    why: 'Whoever reads `type` relies on it: a `realTime` integration acts when something happens, a `batch` works through records when its time has come, a `bidirectional` one carries changes both ways between two systems, and a `multiTenant` one serves several customers.',
    remedy: [
      '`realTime` takes a workflow with the trigger `webhook`; `batch` one with `schedule` or `manual`.',
      '`bidirectional` takes two systems that are each written to with what comes from the other: from its webhook (with `system`), or from a call that reads.',
      '`multiTenant` takes `tenants`.',
      'If the integration is not of this type, take the type out.',
    ],
  },
  FR2024: {
    why: 'A spec may be incomplete, and say so. A question of high priority, though, decides what is built; code that is generated before it is answered would only look finished.',
    remedy: [
      'Ask whoever knows, and write down what they say: `answer: Only orders above 50 EUR.`.',
      'If it can wait, give it the priority `medium` or `low`.',
    ],
  },
  FR2025: {
    why: 'Mappings may apply themselves where data is nested: a comment has replies, which are comments. That ends because the last comment has none; where nothing may be missing there is always one more to do.',
    remedy: [
      'Read from the field that holds the nested data, not from the source itself.',
      'Say in the model what ends it: `parent?: Category`, or `replies: [Comment]`.',
    ],
  },
  FR2026: {
    why: 'Most systems ignore a parameter or a field that they do not know, so that a misspelled one is found by a customer. The system has an OpenAPI document, and that tells what it knows.',
    remedy: [
      'Correct the name; where another one is near, the message suggests it.',
      'Where the document is old or wrong, say so at the endpoint: `openapi: false`. Nothing of it is compared then.',
    ],
  },
  FR2027: {
    why: 'In JSONata the shape of a result may depend on the data: a path through a list gives nothing, one value or a list. A target field has one type, and no interpreter is part of what is generated, so such an expression is refused rather than compiled to something that is nearly the same.',
    remedy: [
      'Write `[lines.sku]` where a list is wanted, `lines[0].sku` where the first is.',
      'A value that may be null is tested first: `note ? $uppercase(note) : null`.',
      'What has a row operation is written as one: `from: lines`, `pipe: [{ group: sku }]`. `docs/spec/jsonata.md` lists what is compiled.',
    ],
  },
};
