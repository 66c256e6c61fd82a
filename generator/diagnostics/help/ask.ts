import type { Help } from './help.ts';

const AGAIN =
  'Run the command again: gaps that are filled stay filled, and a reply that arrived is used, not paid again.';

export const askHelp: Readonly<Record<string, Help>> = {
  FR7301: {
    why: 'A gap is filled by asking a model over the Messages API. The key is read from the environment variable ANTHROPIC_API_KEY and from nowhere else, and shown nowhere.',
    remedy: [
      'Set ANTHROPIC_API_KEY in the environment of the command.',
      'Without a key, `--provider replay` uses the replies that are recorded, and `--base-url` names a server of your own, which may need none.',
      'Or write the function by hand, and have it accepted: `flowright gaps adopt`.',
    ],
  },
  FR7302: {
    why: 'The server answered 401 or 403. No gap can be filled with this key, so nothing further is asked.',
    remedy: ['Look at the key: whether it is whole, still valid, and of a workspace that may use the model.'],
  },
  FR7303: {
    why: 'The server answered with a status that says the request itself is at fault; asking the same again would give the same.',
    remedy: [
      'An unknown model: give one that exists with `--model`.',
      'A prompt that is too long: attach less.',
      'No credit: see to the account, and run the command again.',
    ],
  },
  FR7304: {
    why: 'Too many requests (429), an overloaded server (529) and failures of the server (5xx) are waited for, as long as the server asks in `Retry-After`; then the request is sent again, up to four times.',
    remedy: [AGAIN, 'For many gaps, `--batch` costs half and has limits of its own.'],
  },
  FR7305: {
    why: 'An answer that is cut off or does not come is asked for again, up to four times. An address that nobody answers at is not.',
    remedy: ['Look at the network, at a proxy, and at `--base-url`.', AGAIN],
  },
  FR7306: {
    why: 'What was sent back is broken JSON, or JSON that is no message: often the page of a proxy, or a server that speaks another protocol.',
    remedy: ['Look at `--base-url`; it ends before `/v1`.'],
  },
  FR7307: {
    why: 'A question that was open when the command was ended has no answer; what it may have cost is not known.',
    remedy: [AGAIN],
  },
  FR7310: {
    why: 'With `--provider replay` no model is asked: the reply to exactly this request is looked up. It is not there, because the prompt, the contract, the model or its limit changed, or because it was never recorded. The message names the first line that differs from the nearest recording of the gap.',
    remedy: [
      'If the change is wanted, record the reply anew with a key; or carry prompt and reply over by hand: `flowright gaps prompt` prints the one, `flowright gaps record` takes the other.',
      'If it is not, undo the change that the message shows.',
    ],
  },
  FR7311: {
    why: 'A recording holds the request, the reply and the hash of the request. All three must fit together, so that no reply is taken for that to another question.',
    remedy: ['Take the file from version control again.', 'Or remove it, and record the reply anew.'],
  },
  FR7312: {
    why: 'A reply was paid for and could not be saved as a recording.',
    remedy: ['See to the folder and its permissions, or name another with `--recordings`.', AGAIN],
  },
  FR7320: {
    why: 'Requests of a batch are answered within 24 hours, each for itself. Errors and requests whose time ran out are not charged.',
    remedy: [AGAIN],
  },
  FR7330: {
    why: 'Prompts are Handlebars templates: `versions.json` names the version, and `fill/<version>/` holds `system.hbs`, `fill.hbs` and `repair.hbs`. They are tried out when they are loaded, so that no request is made with half of a prompt.',
    remedy: [
      'The README in `prompts` lists the names that each template is given; any other name is an error.',
      'Leave `--prompts` away to use those that come with Flowright.',
    ],
  },
  FR7331: {
    why: 'An attachment is sent to the model as a whole, with every question about the gap, so it is limited to 100 kB, all together to 400 kB. It must be text: invisible characters are taken out, and what remains is what you see.',
    remedy: ['Cut out the part that matters, save it as text, and attach that.'],
  },
};
