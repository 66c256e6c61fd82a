import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, notAnInteger, report } from '@flowright/runtime/validate';
import { type Tier, checkTier } from './tier.ts';

export interface TierResult {
  missing: number;
  orders: number;
  tier: Tier;
}

export function checkTierResult(value: unknown, at: Place, issues: Issue[]): value is TierResult {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const missing = value.missing;
  if (missing === undefined) {
    report(issues, inside(at, 'missing'), 'is missing');
  } else if (typeof missing !== 'number') {
    report(issues, inside(at, 'missing'), 'must be a number');
  } else {
    if (!Number.isSafeInteger(missing)) report(issues, inside(at, 'missing'), notAnInteger(missing));
    if (missing < 0) report(issues, inside(at, 'missing'), 'must be at least 0');
  }
  const orders = value.orders;
  if (orders === undefined) {
    report(issues, inside(at, 'orders'), 'is missing');
  } else if (typeof orders !== 'number') {
    report(issues, inside(at, 'orders'), 'must be a number');
  } else {
    if (!Number.isSafeInteger(orders)) report(issues, inside(at, 'orders'), notAnInteger(orders));
    if (orders < 0) report(issues, inside(at, 'orders'), 'must be at least 0');
  }
  const tier = value.tier;
  if (tier === undefined) {
    report(issues, inside(at, 'tier'), 'is missing');
  } else {
    checkTier(tier, inside(at, 'tier'), issues);
  }
  return issues.length === before;
}
