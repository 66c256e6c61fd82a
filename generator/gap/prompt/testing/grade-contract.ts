import type { GapContract } from '../../contract/contract.ts';

/** A contract with two visible examples and a hidden one between them. */
export function gradeContract(changes: Partial<GapContract> = {}): GapContract {
  return {
    integration: 'shop-crm',
    gap: 'grade',
    functionName: 'grade',
    inputType: 'GradeInput',
    outputType: 'GradeOutput',
    types: 'export interface GradeInput {\n  readonly total: number;\n}\n\nexport type GradeOutput = "a" | "b";\n',
    signature: 'export function grade(input: GradeInput): GradeOutput',
    rule: 'a from 1000 on, b below.',
    criteria: ['a total of exactly 1000 is a'],
    examples: [
      { in: { total: 1000 }, out: 'a', hidden: false, note: 'the limit' },
      { in: { total: 31415926 }, out: 'a', hidden: true, note: 'secret note' },
      { in: { total: 1 }, out: 'b', hidden: false },
    ],
    inputSchema: { type: 'object', properties: { total: { type: 'number', minimum: 0 } }, required: ['total'] },
    outputSchema: { enum: ['a', 'b'] },
    place: { file: 'shop.integration.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 },
    ...changes,
  };
}
