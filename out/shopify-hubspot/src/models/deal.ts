import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report, responseParser } from '@flowright/runtime/validate';

/** A HubSpot deal, as search and create answer it. */
export interface Deal {
  id: string;
  properties: {
    amount?: string | null;
    dealname?: string | null;
  };
}

export function checkDeal(value: unknown, at: Place, issues: Issue[]): value is Deal {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const id = value.id;
  if (id === undefined) {
    report(issues, inside(at, 'id'), 'is missing');
  } else if (typeof id !== 'string') report(issues, inside(at, 'id'), 'must be a string');
  const properties = value.properties;
  if (properties === undefined) {
    report(issues, inside(at, 'properties'), 'is missing');
  } else {
    checkDealProperties2(properties, inside(at, 'properties'), issues);
  }
  return issues.length === before;
}

function checkDealProperties2(value: unknown, at: Place, issues: Issue[]): boolean {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const amount = value.amount;
  if (amount !== undefined && amount !== null && typeof amount !== 'string')
    report(issues, inside(at, 'amount'), 'must be a string or null');
  const dealname = value.dealname;
  if (dealname !== undefined && dealname !== null && typeof dealname !== 'string')
    report(issues, inside(at, 'dealname'), 'must be a string or null');
  return issues.length === before;
}

export const parseDealResponse = responseParser('Deal', checkDeal);
