import type { Help } from './help.ts';

export const partHelp: Readonly<Record<string, Help>> = {
  FR3001: {
    why: 'Code is generated from the workflows and from what they reach. The part is checked like any other, but nothing comes of it.',
    remedy: [
      'Use it in a workflow, or remove it.',
      'It is often the trace of a misspelled reference: look at the errors of the same run first.',
    ],
  },
  FR3002: {
    why: 'The spec language is ahead of the generator here. The part is read and checked for its form, so the spec can already say it.',
    remedy: [
      'Leave it in as documentation; the README of the output lists it as not done.',
      'Do not rely on it: what it asks for has to be seen to elsewhere.',
    ],
  },
  FR3003: {
    why: 'A criterion with `expect` becomes a test of the output. One in words alone is listed as not verified, and whether it holds has to be found out by hand, each time anew.',
    remedy: [
      'Say what starts the workflow and what must come of it: `given: { request: ./order.json }`, `expect: { calls: [{ call: createDeal }] }`.',
      'If it takes a reader to tell, say what to look for: `judge: The message is polite.` It stays not verified until an eval has found it to hold.',
      'If nobody can tell, keep the sentence among the `userStories`, or in the `story`.',
    ],
  },
  FR3004: {
    why: 'Generated validators are plain TypeScript without a schema library. They check nearly all of JSON Schema 2020-12; what they leave out is told here, so that nobody counts on it.',
    remedy: [
      '`unevaluatedProperties: false` is mostly meant as `additionalProperties: false`.',
      'A format without a check can be written as a `pattern`.',
      'A pattern has to be a regular expression of JavaScript.',
      'If the keyword only documents the data, leave it in.',
    ],
  },
  FR3005: {
    why: 'A spec may be begun with what is known of the systems, as `flowright import` writes it. Nothing happens, though, before a workflow says when.',
    remedy: [
      "Add a workflow: `workflows: { sync: { trigger: { schedule: { cron: '0 * * * *' } }, steps: [{ call: listOrders }] } }`.",
      'The pages of `docs/spec` show triggers and steps.',
    ],
  },
  FR3006: {
    why: 'Documents of other kinds say things that the spec language has no words for, and the other way round. Nothing is dropped without a word.',
    remedy: [
      'Read what was left out. Most of it does not matter to an integration.',
      'Where it does, say it in the spec: an auth, a parameter, a guard.',
    ],
  },
};
