import type { GapContract } from '../../contract/contract.ts';
import type { GapProblem } from '../../problem.ts';
import type { Provenance } from '../../lock/gap-lock.ts';
import type { RenderedPrompt } from '../../prompt/rendered-prompt.ts';
import type { Answered, Failed, ModelAnswer, ModelRequest } from '../../provider/provider.ts';
import { openBudget } from '../budget.ts';
import type { FillEvent } from '../fill-event.ts';
import type { Accepted, FillParts, Judged } from '../fill-parts.ts';
import type { FillTarget } from '../fill-target.ts';
import type { PriceOf } from '../spending.ts';

export const PLACE = { file: 'shop.integration.yaml', line: 7, column: 3, endLine: 7, endColumn: 9 };

/** A gap that is missing, by its name. */
export function targetOf(gap: string): FillTarget {
  const contract: GapContract = {
    integration: 'shop',
    gap,
    functionName: gap,
    inputType: 'Input',
    outputType: 'Output',
    types: 'type Input = string;\ntype Output = string;\n',
    signature: `export function ${gap}(input: Input): Output`,
    rule: 'The same again.',
    criteria: [],
    examples: [],
    inputSchema: { type: 'string' },
    outputSchema: { type: 'string' },
    place: PLACE,
  };
  const files = { folder: '/specs', body: `/specs/gaps/shop/${gap}.ts`, lock: `/specs/gaps/shop/${gap}.lock.json` };
  return { contract, state: 'missing', files };
}

/** A reply of 100 tokens to a prompt of 1,000. */
export function says(text: string, more: Partial<Answered> = {}): ModelAnswer {
  const usage = { input: 1_000, output: 100 };
  return { kind: 'answered', text, stop: 'end', model: 'fixture-1', via: 'anthropic', usage, ...more };
}

export function fails(more: Partial<Failed> = {}): ModelAnswer {
  return { kind: 'failed', code: 'FR7304', message: 'overloaded', usage: {}, fatal: false, ...more };
}

export interface Fakes {
  readonly parts: FillParts;
  readonly events: FillEvent[];
  readonly requests: ModelRequest[];
  readonly saved: { readonly gap: string; readonly accepted: Accepted; readonly provenance: Provenance }[];
}

/** $10 for a million tokens in and $100 for a million out: a reply of `says` is $0.02. */
export const PRICE: PriceOf = () => ({ input: 10, output: 100 });

/**
 * Parts that do nothing but tell: `answers` by the gap that is asked for, in order; a reply is a body as it stands, `!` in
 * front of it a problem of the named check (`!hidden`), `?` a contradiction.
 */
export function fakes(
  answers: Readonly<Record<string, readonly (ModelAnswer | (() => Promise<ModelAnswer>))[]>>,
  more: Partial<FillParts> = {},
): Fakes {
  const [events, requests, saved]: [Fakes['events'], Fakes['requests'], Fakes['saved']] = [[], [], []];
  const left = new Map(Object.entries(answers).map(([gap, list]) => [gap, [...list]]));
  const rendered = (content: string): RenderedPrompt => ({
    prompt: 'fill@v1',
    promptHash: 'a'.repeat(64),
    system: 'Fill the gap.',
    turns: [{ role: 'user', content }],
  });
  const parts: FillParts = {
    provider: {
      name: 'fixture',
      ask: async (request) => {
        requests.push(request);
        const gap = request.prompt.turns[0]?.content.split(' ')[0] ?? '';
        const answer = left.get(gap)?.shift() ?? fails({ message: `no answer is left for ${gap}` });
        return typeof answer === 'function' ? await answer() : answer;
      },
    },
    model: 'fixture-1',
    maxTokens: 1_000,
    render: async ({ contract }) => rendered(`${contract.gap} please`),
    renderRepair: async ({ contract }, body, problems) =>
      rendered(`${contract.gap} again: ${body} ${JSON.stringify(problems)}`),
    read: (text) =>
      text.startsWith('?') ? { kind: 'contradiction', reason: text.slice(1) } : { kind: 'code', code: text },
    judge: async (code) => judged(code),
    save: async ({ contract }, accepted, provenance) => void saved.push({ gap: contract.gap, accepted, provenance }),
    tokens: () => 1_000,
    price: PRICE,
    free: false,
    budget: openBudget(undefined),
    journal: undefined,
    batched: new Set(),
    tell: (event) => void events.push(event),
    signal: new AbortController().signal,
    ...more,
  };
  return { parts, events, requests, saved };
}

const CHECKS: Readonly<Record<string, GapProblem['check']>> = {
  '!reply': 'reply',
  '!static': 'static',
  '!types': 'types',
  '!visible': 'visible',
  '!hidden': 'hidden',
};

function judged(code: string): Judged {
  const problems = code.split('+').flatMap((part, example) => {
    const check = CHECKS[part];
    return check === undefined ? [] : [{ check, message: `${check} fails at secret-${code}`, example }];
  });
  return problems.length === 0 ? { ok: true, body: code, file: `// ${code}` } : { ok: false, problems };
}
