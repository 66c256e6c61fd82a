import { expect, test } from 'vitest';
import { emitMain } from './emit-main.ts';

test('starts the integration', () => {
  const { path, text } = emitMain();
  expect(path).toBe('src/main.ts');
  expect(text.split('\n').filter((line) => line !== '')).toEqual([
    `import { serve } from '@flowright/runtime';`,
    `import { integration } from './triggers.ts';`,
    'await serve(integration);',
  ]);
});
