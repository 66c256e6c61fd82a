import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../runtime/testing/test-engine.ts';
import { LONGEST, REPORTS } from './settings.ts';
import { tryExample } from './try-example.ts';

test(
  'no text in shipment-tracking becomes code, whatever it is and wherever it stands',
  { timeout: LONGEST },
  async () => {
    const findings = await tryExample('shipment-tracking', temporaryFolder());
    if (REPORTS) console.info(JSON.stringify({ ...findings, problems: findings.problems.length }));
    expect(findings.problems).toEqual([]);
    expect(findings.built).toBeGreaterThan(findings.positions / 10);
  },
);
