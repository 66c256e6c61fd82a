import type { Issue } from '@flowright/runtime';
import { type Place, report } from '@flowright/runtime/validate';

export type Tier = 'bronze' | 'silver' | 'gold' | 'platinum';

export function checkTier(value: unknown, at: Place, issues: Issue[]): value is Tier {
  const before = issues.length;
  if (value !== 'bronze' && value !== 'silver' && value !== 'gold' && value !== 'platinum')
    report(issues, at, 'must be "bronze", "silver", "gold" or "platinum"');
  return issues.length === before;
}
