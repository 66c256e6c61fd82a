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
  FR7409: {
    why: 'A key is all that is needed to spend your money. On this machine (`localhost`, `127.0.0.1`, `[::1]`) it does not leave it; to any other one it goes encrypted or not at all.',
    remedy: [
      'Give the server an address with `https://`, or let a tunnel bring it to `localhost`.',
      'A server of your own that needs no key: `env -u ANTHROPIC_API_KEY flowright gaps fill --base-url …`.',
      '`--insecure` sends it all the same.',
    ],
  },
  FR7410: {
    why: 'Replies are kept in `.flowright/gaps/` of the current folder, and `running.json` there says who is filling. What a run that was killed has left is taken over by the next one.',
    remedy: [
      'Wait for the other run: its gaps are filled then, and nothing is paid twice.',
      'A run on another machine that shares the folder counts as ended a minute after it was last heard of.',
    ],
  },
  FR7411: {
    why: 'Hashes of attachments are part of what a body was accepted for. A body that is written without them may lack what stood in them, and its lock will not name them.',
    remedy: [
      'End the run with Ctrl-C and name the files with `--attach`; nothing that has arrived is lost.',
      'Where the documents are no longer needed there is nothing to do.',
    ],
  },
  FR7412: {
    why: 'A contract that changed only in words or by an example is often kept by the body that is there. Only you know whether a changed rule asks for another one.',
    remedy: ['`flowright gaps verify` says of every stale gap whether its body passes.'],
  },
};
