import type { Usage } from '../../gap/lock/gap-lock.ts';
import type { Failed, ModelAnswer, ModelRequest } from '../../gap/provider/provider.ts';
import type { EvalError } from '../results.ts';

export interface BudgetedParts {
  readonly ask: (request: ModelRequest) => Promise<ModelAnswer>;
  /** US dollars; absent where nothing limits. */
  readonly budget?: number;
  /** The most that a request can cost; undefined where its price is not known. */
  readonly worst: (request: ModelRequest) => number | undefined;
  readonly costOf: (model: string, usage: Usage) => number | undefined;
}

export interface Budgeted {
  readonly ask: (request: ModelRequest) => Promise<ModelAnswer>;
  readonly errorOf: (answer: Failed) => EvalError;
}

/** Never starts an ask that could exceed the budget, and says of failures what they are for the gate. */
export function budgeted({ ask, budget, worst, costOf }: BudgetedParts): Budgeted {
  const refused = new WeakSet<ModelAnswer>();
  let spent = 0;
  const refuse = (message: string): ModelAnswer => {
    const answer: ModelAnswer = { kind: 'failed', code: 'FR7307', message, usage: {}, fatal: true };
    refused.add(answer);
    return answer;
  };
  return {
    ask: async (request) => {
      if (budget === undefined) return await ask(request);
      const most = worst(request);
      if (most === undefined) return refuse(`there is a budget, but the price of ${request.model} is not known`);
      if (spent + most > budget)
        return refuse(
          `asking once more could cost $${most.toFixed(4)}; $${(budget - spent).toFixed(4)} of the budget are left`,
        );
      // What might be spent is set aside while the answer is awaited: others ask meanwhile.
      spent += most;
      const answer = await ask(request);
      const model = answer.kind === 'answered' ? answer.model : request.model;
      const isFree = answer.kind === 'answered' && (answer.via === 'replay' || answer.via === 'manual');
      spent += (isFree ? 0 : (costOf(model, answer.usage) ?? costOf(request.model, answer.usage) ?? most)) - most;
      return answer;
    },
    errorOf: (answer) => {
      if (refused.has(answer)) return { kind: 'budget', message: answer.message };
      const isRecording = answer.code === 'FR7310' || answer.code === 'FR7311' || answer.code === 'FR7312';
      return isRecording
        ? { kind: 'recording', message: `${answer.message} (record it: flowright eval --mode record)` }
        : { kind: 'provider', message: answer.message };
    },
  };
}
