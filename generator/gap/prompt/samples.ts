import type { RepairData } from './prompt-data.ts';

/** Data that templates are tried out with: all there is, and as little as there can be. */
export const FULL_SAMPLE: RepairData = {
  integration: 'shop-crm',
  gap: 'dealPriority',
  functionName: 'dealPriority',
  inputType: 'DealPriorityInput',
  outputType: 'DealPriorityOutput',
  signature: 'export function dealPriority(input: DealPriorityInput): DealPriorityOutput',
  types: 'export type DealPriorityInput = string;\nexport type DealPriorityOutput = string;',
  rule: 'High above 1000.',
  description: 'Sorts the deals.',
  criteria: ['Never empty.'],
  examples: [{ number: 1, in: '"a"', out: '"b"', note: 'why' }],
  attachments: [{ hash: '0123456789abcdef', file: '"a.md"', role: '"document"', text: 'text' }],
  problems: [{ check: 'types', message: 'a text is no number', fix: 'convert it', line: '3' }],
};

export const BARE_SAMPLE: RepairData = {
  ...FULL_SAMPLE,
  description: '',
  criteria: [],
  examples: [],
  attachments: [],
  problems: [{ check: 'hidden', message: 'a hidden example fails', fix: '', line: '' }],
};
