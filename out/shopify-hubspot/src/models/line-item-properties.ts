import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, notAnInteger, report } from '@flowright/runtime/validate';

export interface LineItemProperties {
  hs_sku?: string;
  name: string;
  price: number;
  quantity: number;
}

export function checkLineItemProperties(value: unknown, at: Place, issues: Issue[]): value is LineItemProperties {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const hsSku = value.hs_sku;
  if (hsSku !== undefined && typeof hsSku !== 'string') report(issues, inside(at, 'hs_sku'), 'must be a string');
  const name = value.name;
  if (name === undefined) {
    report(issues, inside(at, 'name'), 'is missing');
  } else if (typeof name !== 'string') report(issues, inside(at, 'name'), 'must be a string');
  const price = value.price;
  if (price === undefined) {
    report(issues, inside(at, 'price'), 'is missing');
  } else if (typeof price !== 'number') report(issues, inside(at, 'price'), 'must be a number');
  const quantity = value.quantity;
  if (quantity === undefined) {
    report(issues, inside(at, 'quantity'), 'is missing');
  } else if (typeof quantity !== 'number') {
    report(issues, inside(at, 'quantity'), 'must be a number');
  } else if (!Number.isSafeInteger(quantity)) report(issues, inside(at, 'quantity'), notAnInteger(quantity));
  return issues.length === before;
}
