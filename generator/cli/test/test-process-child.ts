import * as nodeModule from 'node:module';
import type { TestQuestion } from './answer-tests.ts';

// As the command line itself does, before anything else is loaded; what it starts in turn finds the same cache.
nodeModule.enableCompileCache();
const { answerTests } = await import('./answer-tests.ts');

process.on('message', (question: TestQuestion) => {
  void answerTests(question).then((answer) => process.send?.(answer));
});
