import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../testing/repository.ts';
import { ruleWords } from '../report/rule-words.ts';
import { GATE_RULES } from './verdict.ts';

test('docs/evals.md lists every rule of the gate with its code, and no other', async () => {
  const text = await readFile(path.join(repository, 'docs/evals.md'), 'utf8');
  const listed = [...text.matchAll(/^\| (`[a-z-]+`(?:, `[a-z-]+`)*) \| ([123]) \|/gm)].flatMap(([, names = '', code]) =>
    [...names.matchAll(/`([a-z-]+)`/g)].map(([, name]) => [name, Number(code)]),
  );
  expect(Object.fromEntries(listed)).toEqual(GATE_RULES);
  expect(Object.keys(ruleWords)).toEqual(Object.keys(GATE_RULES));
});
