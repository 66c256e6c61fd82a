import type { GapContract } from '../../gap/contract/contract.ts';
import type { Judged } from '../../gap/fill/fill-parts.ts';
import type { GapProblem } from '../../gap/problem.ts';
import type { RenderedPrompt } from '../../gap/prompt/rendered-prompt.ts';
import type { Answered, ModelAnswer } from '../../gap/provider/provider.ts';
import type { EvalError } from '../results.ts';
import type { GapCase } from '../suite/suite-case.ts';
import { gapAssertions } from './gap-assertions.ts';
import type { LabParts } from './lab-parts.ts';
import { unmeasured, type Measured } from './measured.ts';
import { memo } from './memo.ts';

export interface GapWork {
  readonly promptText: (one: GapCase) => Promise<string>;
  readonly measure: (one: GapCase, repeat: number) => Promise<Measured>;
  /** The file that would be emitted, where the body passed everything; an answer that is missing is an error. */
  readonly fill: (one: GapCase, repeat: number) => Promise<{ readonly file?: string } | { readonly error: EvalError }>;
}

type Found = { readonly problems: readonly GapProblem[]; readonly body?: string; readonly file?: string };

/** Asks for bodies of gaps and judges them. One ask for each repeat; equal bodies are judged once. */
export function gapWork(parts: LabParts): GapWork {
  const rendered = memo(
    (one: GapCase) => parts.render(one.contract),
    ({ expected }) => expected.id,
  );
  const judged = memo(
    (contract: GapContract, code: string) => parts.judge(code, contract),
    ({ integration, gap }, code) => `${integration}/${gap}\n${code}`,
  );
  const asked = memo(
    async (one: GapCase, repeat: number): Promise<ModelAnswer> => {
      const { integration, gap } = one.contract;
      const prompt = await rendered(one);
      return await parts.ask({ integration, gap, model: parts.model, maxTokens: parts.maxTokens, prompt, repeat });
    },
    ({ expected }, repeat) => `${expected.id}\n${String(repeat)}`,
  );
  const found = async (one: GapCase, answer: Answered): Promise<Found> => {
    const reply = readAnswer(answer, parts);
    if ('problems' in reply) return reply;
    return foundIn(await judged(one.contract, reply.code), reply.code);
  };
  return {
    promptText: async (one) => textOf(await rendered(one)),
    measure: async (one, repeat) => {
      const answer = await asked(one, repeat);
      if (answer.kind === 'failed') return unmeasured(parts.errorOf(answer), answer.usage);
      const { problems, body } = await found(one, answer);
      const cost = parts.costOf(answer.usage);
      return {
        output: answer.text,
        assertions: gapAssertions(one.contract, problems),
        usage: answer.usage,
        ...(cost !== undefined && { cost }),
        ...(answer.latency !== undefined && { latency: answer.latency }),
        ...(body !== undefined && { body }),
      };
    },
    fill: async (one, repeat) => {
      const answer = await asked(one, repeat);
      if (answer.kind === 'failed') return { error: parts.errorOf(answer) };
      const { file } = await found(one, answer);
      return file === undefined ? {} : { file };
    },
  };
}

function foundIn(verdict: Judged, code: string): Found {
  return verdict.ok
    ? { problems: [], body: verdict.body, file: verdict.file }
    : { problems: verdict.problems, body: code };
}

function readAnswer(
  { text, stop }: Answered,
  { read }: LabParts,
): { readonly code: string } | { readonly problems: readonly GapProblem[] } {
  if (stop === 'refused') return { problems: [{ check: 'reply', message: 'the model refuses to answer' }] };
  if (stop === 'truncated')
    return { problems: [{ check: 'reply', message: 'the reply is cut off at the most tokens' }] };
  const reply = read(text);
  if (reply.kind === 'code') return { code: reply.code };
  if (reply.kind === 'problems') return { problems: reply.problems };
  return {
    problems: [{ check: 'reply', message: `the model finds a contradiction in the contract: ${reply.reason}` }],
  };
}

/** System and turns as one text, for people. */
function textOf({ system, turns }: RenderedPrompt): string {
  return [system, ...turns.map(({ role, content }) => `[${role}]\n${content}`)].join('\n\n');
}
