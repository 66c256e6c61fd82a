import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report } from '@flowright/runtime/validate';
import { type Tier, checkTier } from './tier.ts';

export interface SetTierRequest {
  tier: Tier;
}

export function checkSetTierRequest(value: unknown, at: Place, issues: Issue[]): value is SetTierRequest {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const tier = value.tier;
  if (tier === undefined) {
    report(issues, inside(at, 'tier'), 'is missing');
  } else {
    checkTier(tier, inside(at, 'tier'), issues);
  }
  return issues.length === before;
}
