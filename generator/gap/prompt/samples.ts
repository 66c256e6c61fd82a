import type { FillData, RepairData } from './prompt-data.ts';

/** Data with all there is, which templates are tried with. */
export const FILL_SAMPLE: FillData = {
  integration: 'shop-crm',
  gap: 'dealPriority',
  functionName: 'dealPriority',
  inputType: 'DealPriorityInput',
  outputType: 'DealPriorityOutput',
  signature: 'export function dealPriority(input: DealPriorityInput): DealPriorityOutput',
  types: 'export type DealPriorityInput = string;\nexport type DealPriorityOutput = string;',
  limits: ['output: at most 10 characters'],
  rule: 'High above 1000.',
  description: 'Sorts the deals.',
  criteria: ['Never empty.'],
  examples: [{ number: 1, in: '"a"', out: '"b"', note: 'why' }],
  attachments: [{ hash: '0123456789abcdef', file: '"a.md"', role: '"document"', text: 'text' }],
};

export const REPAIR_SAMPLE: RepairData = {
  ...FILL_SAMPLE,
  problems: [{ check: 'types', message: 'a text is no number', fix: 'convert it', line: '3' }],
};
