import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report } from '@flowright/runtime/validate';
import { type Association, checkAssociation } from './association.ts';
import { type LineItemProperties, checkLineItemProperties } from './line-item-properties.ts';

/** Line items to create, each on its deal. */
export interface LineItemBatch {
  inputs: {
    associations: Association[];
    properties: LineItemProperties;
  }[];
}

export function checkLineItemBatch(value: unknown, at: Place, issues: Issue[]): value is LineItemBatch {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const inputs = value.inputs;
  if (inputs === undefined) {
    report(issues, inside(at, 'inputs'), 'is missing');
  } else if (!Array.isArray(inputs)) {
    report(issues, inside(at, 'inputs'), 'must be an array');
  } else {
    const place = inside(at, 'inputs');
    for (let index = 0; index < inputs.length; index += 1) {
      const item: unknown = inputs[index];
      checkLineItemBatchInputsItem(item, inside(place, index), issues);
    }
  }
  return issues.length === before;
}

function checkLineItemBatchInputsItem(value: unknown, at: Place, issues: Issue[]): boolean {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const associations = value.associations;
  if (associations === undefined) {
    report(issues, inside(at, 'associations'), 'is missing');
  } else if (!Array.isArray(associations)) {
    report(issues, inside(at, 'associations'), 'must be an array');
  } else {
    const place = inside(at, 'associations');
    for (let index = 0; index < associations.length; index += 1) {
      const item: unknown = associations[index];
      checkAssociation(item, inside(place, index), issues);
    }
  }
  const properties = value.properties;
  if (properties === undefined) {
    report(issues, inside(at, 'properties'), 'is missing');
  } else {
    checkLineItemProperties(properties, inside(at, 'properties'), issues);
  }
  return issues.length === before;
}
