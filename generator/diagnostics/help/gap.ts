import type { Help } from './help.ts';

export const gapHelp: Readonly<Record<string, Help>> = {
  FR7001: {
    why: 'An example says: given this, the gap gives that. A value that the types of the gap do not allow can neither be given to it nor come of it, so the example could never be tested.',
    remedy: [
      'Correct the value: a field that is misspelled, a number written as a text.',
      'Or widen the `input` or the `output` of the gap, where the value is a real one.',
    ],
  },
  FR7002: {
    why: 'A gap is a pure function: the same input always gives the same output. No body can keep both examples, so none would ever be accepted.',
    remedy: [
      'Correct the output of one of them, or remove it.',
      'Where both are right something in the input is missing that tells them apart: add it to the `input`.',
    ],
  },
  FR7003: {
    why: "A filled gap is two files beside its spec: the body, and a lock that says for which contract the body was accepted. They are read only where they are plain files of the spec's folder that say what was written to them.",
    remedy: [
      'Resolve the merge, or restore the file from version control.',
      'Or remove both files and fill the gap again: what is not locked counts as not accepted.',
    ],
  },
  FR7004: {
    why: 'Hidden examples test a fill and are never shown to whoever writes it. Where there is no other, the rule alone has to say everything.',
    remedy: ['Show the plain cases, and hide those that a careless reading of the rule gets wrong.'],
  },
  FR7005: {
    why: 'What stands behind `holds` of a criterion is a condition over the inputs of the gap, each by its own name, and over its result, which is called `output`. An input of that name would hide the result.',
    remedy: ['Rename the input: in the gap, and where it is called.'],
  },
  FR7006: {
    why: 'What stands behind `holds` of a criterion has to be true of every result, whatever the input. Of this example it is not, so no body could ever be accepted.',
    remedy: [
      'Correct the example where it is wrong.',
      "Or correct the condition: what it says without an exception has none. `!(kind == 'box') || street == ''` says something of boxes alone.",
    ],
  },
  FR7010: {
    why: 'A body is tested before it is emitted: by rules for its code (pure, without clock, randomness or the outside world), by its types, by all examples, and by inputs made up from the types. What is named in brackets is the check that it fails.',
    remedy: [
      'Correct the body at the line that is named, and let `flowright gaps adopt` test and lock it.',
      'Where the body is right the contract is not: correct the rule, the types or the example in the spec.',
      'That a hidden example fails is all that is said of it: read the rule again, as a stranger would.',
    ],
  },
  FR7011: {
    why: 'Commands of gaps name an integration and its gaps. This name is none that the specs have.',
    remedy: ['`flowright gaps` lists them all.', 'Say where the spec is: `--spec specs/orders.integration.yaml`.'],
  },
  FR7012: {
    why: 'The body of the gap `dealPriority` is in `deal-priority.ts`. When the gap is renamed in the spec its files stay where they were, and the gap counts as missing.',
    remedy: [
      'Rename `old-name.ts` to `new-name.ts`, and the exported function and its types in it; remove `old-name.lock.json`. `flowright gaps adopt INTEGRATION newName` then tests and locks it.',
      'Remove both files where the gap is gone for good. A build does not mind them.',
    ],
  },
};
