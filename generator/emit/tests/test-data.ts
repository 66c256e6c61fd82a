import type { TestData } from '../../ir/criterion.ts';
import * as s from '../syntax/index.ts';

/** Data of a test: an imported payload, or written out. */
export function dataOf(data: TestData, imports: s.Imports): s.ExpressionNode {
  return 'fixture' in data ? imports.useJson(data.fixture.name, data.fixture.file) : s.literal(s.plainData(data.value));
}
