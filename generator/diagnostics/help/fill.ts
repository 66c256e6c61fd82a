import type { Help } from './help.ts';

export const fillHelp: Readonly<Record<string, Help>> = {
  FR7401: {
    why: 'Without a price nobody can say what an ask could cost at most. Prices of the current Claude models are known; those of other models and of local servers are not.',
    remedy: [
      'Leave `--budget` out. Tokens are counted and printed all the same.',
      'Or choose one of the named models: `--model`.',
    ],
  },
  FR7402: {
    why: 'Before each ask its worst case is set aside: the estimated prompt, and the longest reply that is allowed. If that no longer fits, the ask is not started, so that the budget is never exceeded.',
    remedy: [
      'Run the same command again with a larger `--budget`; gaps that are filled are not asked for again, and replies that arrived are taken from `.flowright/gaps/`.',
      'A batch costs half: `--batch`.',
      '`flowright gaps fill --json` has the costs of each gap.',
    ],
  },
  FR7403: {
    why: 'A model may answer `CONTRADICTION: …` instead of a body. The reason is its own, and may be wrong; the place is where the gap stands in the spec.',
    remedy: [
      'Compare the reason with the examples, those that are `hidden` as well: the model has not seen them.',
      'If the contract is right, say in the rule what was misunderstood.',
    ],
  },
  FR7404: {
    why: 'After the first body there are three repairs, each of which is told what was wrong with the last body. That a hidden example fails is told once, and never which; from then on hidden examples only accept or reject.',
    remedy: [
      'Add an example for the case that went wrong, or say the rule more exactly.',
      '`flowright gaps prompt INTEGRATION GAP` shows what the model is told.',
      'Or write the body yourself beside the spec, `gaps/<integration>/<gap>.ts`, and run `flowright gaps adopt`.',
    ],
  },
  FR7405: {
    why: 'A model may refuse to answer at all. What it refused is not said.',
    remedy: [
      '`flowright gaps prompt INTEGRATION GAP` shows what was sent; attachments can be the reason.',
      'Ask another model with `--model`, or write the body by hand.',
    ],
  },
  FR7406: {
    why: 'The body of a gap is short. A reply that does not end is most often one that explains, or a rule with very many cases.',
    remedy: ['Split the gap, or turn its cases into a lookup table of the spec.'],
  },
  FR7407: {
    why: 'The text of the body no longer has the hash that its lock names, or there is a body and no lock.',
    remedy: [
      '`flowright gaps adopt INTEGRATION GAP` checks the body and writes its lock.',
      '`flowright gaps fill INTEGRATION GAP --force` replaces it by a new one.',
    ],
  },
  FR7408: {
    why: 'Body and lock are written beside the spec, into `gaps/<integration>/`: first beside their places, then put there.',
    remedy: ['Allow writing there, or free space on the disk, and run it again.'],
  },
};
