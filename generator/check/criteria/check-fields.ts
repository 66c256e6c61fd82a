import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import { describeShape } from '../../shape/describe.ts';
import { isSchemaObject } from '../../shape/json-schema.ts';
import { fieldOf, itemOf } from '../../shape/member.ts';
import { expand, present } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import type { CriterionContext } from './criterion-context.ts';

/**
 * Expected data may only name fields that its model declares: no other can come. What stands in a choice of models is not
 * looked into, as it is not known which of them is meant.
 */
export function checkFields(data: unknown, type: Type, at: SpecPath, context: CriterionContext): void {
  const { shapes, report } = context;
  if (Array.isArray(data)) {
    const item = itemOf(present(type), shapes, 'loop');
    if ('found' in item)
      for (const [index, one] of data.entries()) checkFields(one, item.found, [...at, index], context);
    return;
  }
  if (!isSchemaObject(data) || expand(type.shape, shapes).kind !== 'object') return;
  for (const [field, value] of Object.entries(data)) {
    const member = fieldOf(present(type), field, shapes);
    if ('found' in member) checkFields(value, member.found, [...at, field], context);
    else if (member.missing === 'field')
      report.add(
        'FR2003',
        { field, owner: describeShape(type.shape), suggestion: nearest(field, member.known) },
        [...at, field],
        { on: 'key' },
      );
  }
}
