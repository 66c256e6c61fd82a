import { gapProperties } from '../../../check/logic-criteria.ts';
import { shapeOfSchema } from '../../../shape/shape-of-schema.ts';
import { typeOfShape } from '../../../shape/type-of-shape.ts';
import type { JsonSchema } from '../../../shape/json-schema.ts';
import type { Type } from '../../../shape/type.ts';
import type { GapContract } from '../../contract/contract.ts';

/** A contract for tests: the priority of a deal by its total and its tags. */
export function dealContract(changes: Partial<GapContract> = {}): GapContract {
  return {
    integration: 'shop',
    gap: 'dealPriority',
    functionName: 'dealPriority',
    inputType: 'DealPriorityInput',
    outputType: 'DealPriorityOutput',
    types: TYPES,
    signature: 'export function dealPriority(input: DealPriorityInput): DealPriorityOutput',
    rule: 'Deals of 1,000 and more are "high", others "low". The label is the first tag, in capitals.',
    criteria: [],
    examples: [
      { in: { total: 1000, tags: ['vip'] }, out: { priority: 'high', label: 'VIP' }, hidden: false },
      { in: { total: 10, tags: [] }, out: { priority: 'low' }, hidden: false },
      {
        in: { total: 999.99, tags: ['wholesale buyer'] },
        out: { priority: 'low', label: 'WHOLESALE BUYER' },
        hidden: true,
      },
    ],
    inputSchema: {
      type: 'object',
      properties: { total: { type: 'number', minimum: 0 }, tags: { type: 'array', items: { type: 'string' } } },
      required: ['total', 'tags'],
      additionalProperties: false,
    },
    outputSchema: {
      type: 'object',
      properties: { priority: { enum: ['high', 'low'] }, label: { type: 'string' } },
      required: ['priority'],
      additionalProperties: false,
    },
    place: { file: 'shop.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 },
    ...changes,
  };
}

const TYPES = `export interface DealPriorityInput {
  readonly total: number;
  readonly tags: readonly string[];
}
export interface DealPriorityOutput {
  priority: 'high' | 'low';
  label?: string;
}`;

/** The file of a body for {@link dealContract}, as it would be emitted but for its hardening. */
export function dealFile(body: string, around = ''): string {
  return `${TYPES}
${around}
export function dealPriority(input: DealPriorityInput): DealPriorityOutput {
  ${body}
}
`;
}

/** A body that keeps the contract. */
export const GOOD = `const [first] = input.tags;
  const priority = input.total >= 1000 ? 'high' : 'low';
  return first === undefined ? { priority } : { priority, label: first.toUpperCase() };`;

/** {@link dealContract} with one criterion, `Low is small`, and what it means. */
export function withProperty(holds: string): GapContract {
  const contract = dealContract({ criteria: ['Low is small'] });
  const typeOf = (schema: JsonSchema): Type =>
    typeOfShape(shapeOfSchema(schema, { model: '', resolve: () => undefined }), new Map());
  const signature = { input: typeOf(contract.inputSchema), output: typeOf(contract.outputSchema) };
  const environment = { shapes: new Map(), tables: new Map() };
  return { ...contract, properties: gapProperties([{ text: 'Low is small', holds }], signature, environment) };
}
