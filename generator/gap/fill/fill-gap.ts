import type { Provenance } from '../lock/gap-lock.ts';
import type { GapProblem } from '../problem.ts';
import type { RenderedPrompt } from '../prompt/rendered-prompt.ts';
import type { Answered, ModelRequest } from '../provider/provider.ts';
import { openAccount, type Account } from './account.ts';
import { ask, type Asked } from './ask.ts';
import type { FillEnd, FillOutcome } from './fill-outcome.ts';
import type { FillParts, Judged } from './fill-parts.ts';
import type { FillTarget } from './fill-target.ts';
import { addSpending } from './spending.ts';

/** Repairs after the first try. */
export const REPAIRS = 3;

/** Ends that another run may go on from. */
const UNFINISHED: ReadonlySet<FillEnd['kind']> = new Set(['left', 'failed', 'unwritten']);

/** More than any body takes; a repair would carry it back. */
const LONGEST_REPLY = 100_000;

/** What is said of hidden examples: that one fails, once. */
const HIDDEN: GapProblem = { check: 'hidden', message: 'a hidden example fails' };

/** Fills one gap: asks, judges and has it repaired, until a body passes or nothing is left to try. Never rejects. */
export async function fillGap(target: FillTarget, parts: FillParts): Promise<FillOutcome> {
  const talk = new Conversation(target, parts);
  let end: FillEnd;
  try {
    end = await talk.run();
    // What may be asked again in a later run stays in the journal: it would be paid for twice.
    if (!UNFINISHED.has(end.kind)) await parts.journal?.conclude(target);
  } catch (error) {
    end = { kind: 'crashed', error };
  }
  const outcome = {
    target,
    end,
    tries: talk.tries,
    paid: talk.account.paid(),
    resumed: talk.account.resumed(),
  };
  parts.tell({ type: 'ended', outcome });
  return outcome;
}

/** What the first try of a gap asks. */
export function firstRequest(
  { contract: { integration, gap } }: FillTarget,
  prompt: RenderedPrompt,
  { model, maxTokens }: Pick<FillParts, 'model' | 'maxTokens'>,
): ModelRequest {
  return { integration, gap, model, maxTokens, prompt, repeat: 0 };
}

/** One gap's tries. A model sees the contract, its latest body and what is wrong with it, never the tries before. */
class Conversation {
  readonly account: Account = openAccount();
  tries = 0;
  readonly #target: FillTarget;
  readonly #parts: FillParts;
  /** How often each request was sent: the same body may be sent back for the same reason. */
  readonly #asked = new Map<string, number>();
  #hiddenTold = false;

  constructor(target: FillTarget, parts: FillParts) {
    this.#target = target;
    this.#parts = parts;
  }

  async run(): Promise<FillEnd> {
    const [target, parts] = [this.#target, this.#parts];
    let prompt = await parts.render(target);
    for (let attempt = 1; ; attempt += 1) {
      const asked = await this.#ask(prompt, attempt);
      if (asked.kind !== 'answered') return asked;
      if (asked.stop === 'refused') return { kind: 'refused' };
      if (asked.stop === 'truncated') return { kind: 'truncated', maxTokens: parts.maxTokens * LONGER };
      const reply = read(asked.text, parts);
      if (reply.kind === 'contradiction') return reply;
      parts.tell({ type: 'judging', target });
      const judged: Judged =
        reply.kind === 'code'
          ? await parts.judge(reply.code, target.contract)
          : { ok: false, problems: reply.problems };
      if (judged.ok) return await this.#save(judged, asked, prompt);
      parts.tell({ type: 'rejected', target, problems: judged.problems });
      const told = this.#tellable(judged.problems);
      if (attempt > REPAIRS || told.length === 0) return { kind: 'gaveUp', problems: judged.problems };
      prompt = await parts.renderRepair(target, isLong(asked.text) ? '' : asked.text, told);
    }
  }

  /** A reply that was cut off is asked for once more, with room for twice as much. */
  async #ask(prompt: RenderedPrompt, attempt: number): Promise<Asked> {
    const [target, { maxTokens, tell }] = [this.#target, this.#parts];
    tell({ type: 'asking', target, attempt, why: attempt === 1 ? 'first' : 'repair' });
    const asked = await this.#askWith(prompt, maxTokens);
    if (asked.kind !== 'answered' || asked.stop !== 'truncated') return asked;
    tell({ type: 'truncated', target, maxTokens });
    tell({ type: 'asking', target, attempt, why: 'longer' });
    return await this.#askWith(prompt, maxTokens * LONGER);
  }

  async #askWith(prompt: RenderedPrompt, maxTokens: number): Promise<Asked> {
    const same = JSON.stringify([prompt, maxTokens]);
    const repeat = this.#asked.get(same) ?? 0;
    this.#asked.set(same, repeat + 1);
    const request = { ...firstRequest(this.#target, prompt, this.#parts), maxTokens, repeat };
    const asked = await ask(this.#target, request, this.account, this.#parts);
    if (asked.kind === 'answered') this.tries += 1;
    return asked;
  }

  /** What the next prompt may say. That a hidden example fails is told once; from then on they only accept or reject. */
  #tellable(problems: readonly GapProblem[]): readonly GapProblem[] {
    const open = problems.filter(({ check }) => check !== 'hidden');
    if (open.length > 0 || this.#hiddenTold) return open;
    this.#hiddenTold = true;
    return [HIDDEN];
  }

  async #save(
    { body, file }: Extract<Judged, { ok: true }>,
    { model, via }: Answered,
    { prompt, promptHash }: RenderedPrompt,
  ): Promise<FillEnd> {
    const { input, output, cost } = addSpending(this.account.paid(), this.account.resumed());
    const provenance: Provenance = {
      by: 'model',
      model,
      via,
      prompt,
      promptHash,
      tries: this.tries,
      // Recordings that somebody carried over tell of no tokens.
      usage: { ...(input > 0 && { input }), ...(output > 0 && { output }) },
      ...(cost !== undefined && cost > 0 && { cost }),
    };
    try {
      await this.#parts.save(this.#target, { body, file }, provenance);
      return { kind: 'filled' };
    } catch (error) {
      return { kind: 'unwritten', error };
    }
  }
}

/** How much longer the reply may be that is asked for after one was cut off. */
const LONGER = 2;

function isLong(text: string): boolean {
  return text.length > LONGEST_REPLY;
}

function read(text: string, { read: readReply }: FillParts): ReturnType<FillParts['read']> {
  if (!isLong(text)) return readReply(text);
  const message = `the reply is ${String(text.length)} characters long, and more than ${String(LONGEST_REPLY)} are not read`;
  return { kind: 'problems', problems: [{ check: 'reply', message, fix: 'reply with one short function' }] };
}
