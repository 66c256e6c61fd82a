import type { GivenBody } from '../../generator/gap/check/check-body.ts';
import { dealContract } from '../../generator/gap/trial/testing/contracts.ts';

/** Bodies of several kinds that keep the contract of a deal's priority. */
const BODIES: readonly string[] = [
  `const [first] = input.tags;
  const priority = input.total >= 1000 ? 'high' : 'low';
  return first === undefined ? { priority } : { priority, label: first.toUpperCase() };`,
  `let label: string | undefined;
  for (const tag of input.tags) {
    label = tag.toUpperCase();
    break;
  }
  const result: DealPriorityOutput = { priority: 'low' };
  if (input.total >= 1000) result.priority = 'high';
  if (label !== undefined) result.label = label;
  return result;`,
  `const levels: readonly { readonly from: number; readonly priority: 'high' | 'low' }[] = [
    { from: 1000, priority: 'high' },
    { from: 0, priority: 'low' },
  ];
  const level = levels.find(({ from }) => input.total >= from);
  const labels = input.tags.slice(0, 1).map((tag) => tag.toUpperCase());
  const counts = new Map<string, number>();
  for (const tag of input.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const base: DealPriorityOutput = { priority: level === undefined ? 'low' : level.priority };
  return labels.length === 0 ? base : { ...base, label: labels.join('') };`,
  `if (input.tags.length === 0) return { priority: input.total < 1000 ? 'low' : 'high' };
  const words = (input.tags[0] ?? '').split(/\\s/).length;
  return { priority: input.total < 1000 ? 'low' : 'high', label: (input.tags[0] ?? '').toUpperCase().slice(0, words * 100_000) };`,
];

/** As many gaps, no two of them with the same contract or the same code. */
export function dealGaps(count: number): readonly GivenBody[] {
  return Array.from({ length: count }, (_, index) => {
    const contract = dealContract();
    return {
      contract: { ...contract, rule: `${contract.rule} Deals of shop ${index}.` },
      code: `// Of shop ${index}.\n${contract.signature} {\n  ${BODIES[index % BODIES.length]}\n}\n`,
    };
  });
}
