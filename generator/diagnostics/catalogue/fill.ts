import { entry, list } from './entry.ts';

/** FR74xx: filling gaps. */
export const fillCatalogue = {
  FR7401: entry<{ model: string }>({
    severity: 'error',
    title: 'A budget for a model whose price is not known',
    message: ({ model }) => `the price of '${model}' is not known, so a budget cannot be kept`,
    cause:
      'A budget is kept by the price of tokens, and the model that was asked for is none of those with a known price.',
    fix: 'say it, as US dollars for a million tokens in and out: --price 2/10; or leave --budget out',
  }),
  FR7402: entry<{ budget: string; spent: string; gaps: readonly string[] }>({
    severity: 'error',
    title: 'Budget reached',
    message: ({ budget, spent, gaps }) =>
      `${spent} of ${budget} is spent, and the next ask could exceed it; left: ${list(gaps)}`,
    cause:
      'An ask is started only where its worst case still fits into the budget: the whole prompt, and the longest reply.',
    fix: 'raise --budget and run it again: what was filled, and each reply that arrived, is kept',
  }),
  FR7403: entry<{ gap: string; reason: string }>({
    severity: 'error',
    title: 'A gap that contradicts itself',
    message: ({ gap, reason }) => `the model says that '${gap}' contradicts itself: ${reason}`,
    cause: 'The rule, the criteria and the examples of a gap cannot all hold; the model said so instead of a body.',
    fix: 'correct the rule, the criteria or the examples of the gap',
  }),
  FR7404: entry<{ gap: string; tries: number; problem: string }>({
    severity: 'error',
    title: 'No body passed',
    message: ({ gap, tries, problem }) =>
      `none of ${String(tries)} ${tries === 1 ? 'body' : 'bodies'} for '${gap}' passed; the last one: ${problem}`,
    cause:
      'Each body that the model wrote failed the static check, the types, an example or the runs on made-up inputs.',
    fix: 'make the rule or the examples clearer, or write the body by hand and let flowright gaps adopt take it',
  }),
  FR7405: entry<{ gap: string }>({
    severity: 'error',
    title: 'The model refused',
    message: ({ gap }) => `the model refused to fill '${gap}'`,
    cause: 'The reply was stopped with the reason refusal; a refusal has no text.',
    fix: 'read flowright gaps prompt for what may have led to it, ask another model, or write the body by hand',
  }),
  FR7406: entry<{ gap: string; tokens: number }>({
    severity: 'error',
    title: 'A reply that was cut off',
    message: ({ gap, tokens }) => `the reply for '${gap}' did not end within ${String(tokens)} tokens`,
    cause: 'A reply that reaches its limit is asked for once more with twice the room; that was not enough either.',
    fix: 'say the rule in fewer cases, or split the gap in two',
  }),
  FR7407: entry<{ gap: string; file: string }>({
    severity: 'warning',
    title: 'An edited body is kept',
    message: ({ gap, file }) => `'${gap}' was not filled: its body in '${file}' was edited by hand`,
    cause:
      'What somebody has written is worth more than a reply, so a body that does not fit its lock is not overwritten.',
    fix: 'let flowright gaps adopt take it, or overwrite it with --force',
  }),
  FR7408: entry<{ gap: string; reason: string }>({
    severity: 'error',
    title: 'A filled gap that could not be written',
    message: ({ gap, reason }) => `the body of '${gap}' could not be written: ${reason}`,
    cause: 'A body passed everything, and writing it or its lock failed; neither was changed.',
    fix: 'see to the reason and run it again: the reply is kept, and is not paid for twice',
  }),
  FR7409: entry<{ host: string }>({
    severity: 'error',
    title: 'A key in the clear',
    message: ({ host }) => `the key would be sent to '${host}' in the clear`,
    cause: 'The address begins with http:// and is of another machine, so whoever is on the way could read the key.',
    fix: 'use https://; or unset ANTHROPIC_API_KEY, where that server needs none; or insist with --insecure',
  }),
  FR7410: entry<{ pid: number; host: string; file: string }>({
    severity: 'error',
    title: 'Another run fills gaps here',
    message: ({ pid, host }) => `another run fills gaps from this folder (process ${String(pid)} on ${host})`,
    cause: 'Two runs at once would ask for the same replies, and both would be paid for.',
    fix: ({ file }) => `wait for its end, or end it; if there is no such run, remove '${file}'`,
  }),
  FR7411: entry<{ gap: string; files: readonly string[] }>({
    severity: 'warning',
    title: 'Filled anew without its attachments',
    message: ({ gap, files }) => `'${gap}' was filled with ${list(files)}, and is now asked for without`,
    cause: 'What a model is shown beside the contract is named with each fill; nothing is attached by itself.',
    fix: ({ files }) => `name it again: ${files.map((file) => `--attach ${shellWord(file)}`).join(' ')}`,
  }),
  FR7412: entry<{ gap: string; integration: string }>({
    severity: 'warning',
    title: 'The stale body still passes',
    message: ({ gap }) => `'${gap}' is asked for anew, though its body passes the changed contract`,
    cause: 'The contract has changed since the body was accepted, and the body keeps the changed one, too.',
    fix: ({ integration, gap }) => `flowright gaps adopt ${integration} ${gap} takes it as it is, and asks nobody`,
  }),
};

function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
