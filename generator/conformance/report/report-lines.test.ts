import { expect, test } from 'vitest';
import type { CaseResult } from './case-result.ts';
import { plain, reportLines } from './report-lines.ts';
import { rowShare, rowOpsPercent } from './row-share.ts';

test('counts rows by how they are written', () => {
  const mappings = {
    one: {
      from: 'A',
      to: 'B',
      project: true,
      rows: [
        { to: 'a', from: 'a' },
        { to: 'b', expr: 'a + 1' },
      ],
    },
    two: {
      from: 'A',
      to: 'B',
      rows: [
        { to: 'c', rule: 'in words' },
        { to: 'd', const: 1 },
      ],
    },
  };
  expect(rowShare({ mappings })).toEqual({ rowOps: 3, expr: 1, jsonata: 0, gap: 1 });
  expect(rowOpsPercent(rowShare({ mappings }))).toBe(60);
  expect(rowOpsPercent(rowShare({}))).toBe(100);
});

test('prints a line for each case and the sums', () => {
  const rows = { rowOps: 9, expr: 1, jsonata: 0, gap: 0 };
  const base: CaseResult = {
    id: 'shop__orders',
    kind: 'sync',
    verdict: 'passed',
    differences: [],
    rows,
    gaps: [],
    requests: [],
    unused: [],
    specLines: 40,
    briefLines: 60,
  };
  const failed: CaseResult = {
    ...base,
    id: 'shop__items',
    verdict: 'failed',
    differences: ['saved A $: 1, not 2', 'more'],
  };
  expect(reportLines([base, failed], plain)).toEqual([
    'case          kind  row ops  expr  jsonata  gaps  lines  verdict  first difference',
    'shop__orders  sync  9        1     0        0     40/60  passed',
    'shop__items   sync  9        1     0        0     40/60  failed   saved A $: 1, not 2',
    '',
    '1 of 2 cases pass',
    '90.0 % of all mapping rows are row operations (18; 2 expressions, 0 JSONata, 0 gaps)',
  ]);
});
