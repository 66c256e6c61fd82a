import type { Usage } from '../../gap/lock/gap-lock.ts';
import type { ModelAnswer, ModelRequest } from '../../gap/provider/provider.ts';
import type { GradeQuestion, Graded, LabParts } from '../lab/lab-parts.ts';
import type { GradePrompts } from './grade-prompts.ts';
import { readGrade } from './read-grade.ts';

const MAX_TOKENS = 500;

export interface GraderParts {
  readonly model: string;
  readonly prompts: GradePrompts;
  readonly ask: (request: ModelRequest) => Promise<ModelAnswer>;
  readonly costOf: (usage: Usage) => number | undefined;
  readonly errorOf: LabParts['errorOf'];
}

/** What is asked of a grader. The same transcript is graded once, whatever repeat it is of: equal questions have one answer. */
export function gradeRequest(
  { model, prompts }: Pick<GraderParts, 'model' | 'prompts'>,
  question: GradeQuestion,
): ModelRequest {
  const { integration, workflow, criterion } = question;
  return {
    integration,
    gap: `${workflow}-${criterion}`,
    model,
    maxTokens: MAX_TOKENS,
    prompt: prompts.render(question),
    repeat: 0,
  };
}

/** A model that grades. It is asked like the one that fills, and its replies are recorded like that one's. */
export function grader(parts: GraderParts): LabParts['grade'] {
  return async (question): Promise<Graded> => {
    const answer = await parts.ask(gradeRequest(parts, question));
    if (answer.kind === 'failed') return { ok: false, error: parts.errorOf(answer) };
    const grade = answer.stop === 'end' ? readGrade(answer.text) : undefined;
    if (grade === undefined) {
      const message = `the grader's answer about ${question.workflow} ${question.criterion} is no verdict: ${answer.text.slice(0, 200)}`;
      return { ok: false, error: { kind: 'provider', message } };
    }
    const cost = parts.costOf(answer.usage);
    return { ok: true, ...grade, usage: answer.usage, ...(cost !== undefined && { cost }) };
  };
}
