import { expect, test } from 'vitest';
import { renderMutations } from './mutation-report.ts';

const plain = (_: unknown, text: string): string => text;

test.each([
  [['AC1'], 'AC1 of a.yaml fails as it stands'],
  [['AC1', 'AC2'], 'AC1, AC2 of a.yaml fail as they stand'],
])('a spec that is not judged for %j is told of, without an empty table', (failing, told) => {
  expect(renderMutations([{ file: 'a.yaml', name: 'a', failing, judged: [] }], new Map(), 0, plain)).toBe(`a
  not judged: ${told}; flowright test says why

nothing to delete (0 parts of 1 spec deleted, each for itself)
`);
});
