import type { IntegrationSpec } from '../spec/types.ts';
import type { Report } from './report.ts';

/** A question of high priority that nobody has answered: what is built before it is answered may be the wrong thing. */
export function checkQuestions({ questions = [] }: IntegrationSpec, report: Report): void {
  for (const [index, { id, question, priority, answer }] of questions.entries()) {
    if (priority === 'high' && (answer ?? '').trim() === '')
      report.add('FR2024', { question: id ?? question }, ['questions', index, 'question']);
  }
}
