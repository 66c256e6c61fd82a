import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, notAnInteger, report } from '@flowright/runtime/validate';

export interface DealProperties {
  amount: number;
  closedate: number;
  deal_currency_code: string;
  dealname: string;
  dealstage: 'closedwon' | 'appointmentscheduled' | 'closedlost';
  description?: string;
  hs_priority: 'low' | 'medium' | 'high';
  shopify_order_id: string;
}

export function checkDealProperties(value: unknown, at: Place, issues: Issue[]): value is DealProperties {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const amount = value.amount;
  if (amount === undefined) {
    report(issues, inside(at, 'amount'), 'is missing');
  } else if (typeof amount !== 'number') report(issues, inside(at, 'amount'), 'must be a number');
  const closedate = value.closedate;
  if (closedate === undefined) {
    report(issues, inside(at, 'closedate'), 'is missing');
  } else if (typeof closedate !== 'number') {
    report(issues, inside(at, 'closedate'), 'must be a number');
  } else if (!Number.isSafeInteger(closedate)) report(issues, inside(at, 'closedate'), notAnInteger(closedate));
  const dealCurrencyCode = value.deal_currency_code;
  if (dealCurrencyCode === undefined) {
    report(issues, inside(at, 'deal_currency_code'), 'is missing');
  } else if (typeof dealCurrencyCode !== 'string') report(issues, inside(at, 'deal_currency_code'), 'must be a string');
  const dealname = value.dealname;
  if (dealname === undefined) {
    report(issues, inside(at, 'dealname'), 'is missing');
  } else if (typeof dealname !== 'string') report(issues, inside(at, 'dealname'), 'must be a string');
  const dealstage = value.dealstage;
  if (dealstage === undefined) {
    report(issues, inside(at, 'dealstage'), 'is missing');
  } else if (dealstage !== 'closedwon' && dealstage !== 'appointmentscheduled' && dealstage !== 'closedlost')
    report(issues, inside(at, 'dealstage'), 'must be "closedwon", "appointmentscheduled" or "closedlost"');
  const description = value.description;
  if (description !== undefined && typeof description !== 'string')
    report(issues, inside(at, 'description'), 'must be a string');
  const hsPriority = value.hs_priority;
  if (hsPriority === undefined) {
    report(issues, inside(at, 'hs_priority'), 'is missing');
  } else if (hsPriority !== 'low' && hsPriority !== 'medium' && hsPriority !== 'high')
    report(issues, inside(at, 'hs_priority'), 'must be "low", "medium" or "high"');
  const shopifyOrderId = value.shopify_order_id;
  if (shopifyOrderId === undefined) {
    report(issues, inside(at, 'shopify_order_id'), 'is missing');
  } else if (typeof shopifyOrderId !== 'string') report(issues, inside(at, 'shopify_order_id'), 'must be a string');
  return issues.length === before;
}
