import type { GapContract } from '../../gap/contract/contract.ts';

/** About a line and a half of a terminal. */
const MOST = 140;

/** What a gap is for, in a line: its description, else how its rule begins. The whole rule is in the traceability table. */
export function titleOf({ description, rule }: Pick<GapContract, 'description' | 'rule'>): string {
  const [first = ''] = (description ?? rule).trim().split('\n');
  const text = first.trim().replaceAll(/\s+/g, ' ');
  const characters = [...text];
  if (characters.length <= MOST) return text;
  const cut = characters.slice(0, MOST).join('');
  const end = cut.lastIndexOf(' ');
  return `${end > MOST / 2 ? cut.slice(0, end) : cut} …`;
}
