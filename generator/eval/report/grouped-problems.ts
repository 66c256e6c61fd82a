import { count } from '../../diagnostics/render/count.ts';
import type { GateProblem } from '../gate/verdict.ts';

/** A problem, and those that are there for want of the same gap's body. */
export interface ProblemGroup {
  readonly problem: GateProblem;
  readonly also: readonly GateProblem[];
}

/** What has one cause is one entry: the gap, where it is a problem itself, else the first that needed it. */
export function groupedProblems(problems: readonly GateProblem[]): readonly ProblemGroup[] {
  const causes = new Map<string, GateProblem>();
  for (const one of problems) if (one.case !== undefined && one.because === undefined) causes.set(one.case, one);
  const groups = new Map<GateProblem, GateProblem[]>(problems.map((one) => [one, []]));
  for (const one of problems) {
    const [cause] = one.because?.flatMap((gap) => causes.get(gap) ?? []) ?? [];
    if (cause !== undefined) {
      groups.get(cause)?.push(one);
      groups.delete(one);
    } else for (const gap of one.because ?? []) causes.set(gap, one);
  }
  return [...groups].map(([problem, also]) => ({ problem, also }));
}

/** `8 criteria failed for want of a body of it: lead-intake/enquiryReceived #AC1, #AC2, …` */
export function alsoWords(also: readonly GateProblem[]): string {
  const lack = also.every(({ code }) => code === 1) ? 'failed for want of' : 'could not run without';
  return `${count(also.length, 'criterion', 'criteria')} ${lack} a body of it: ${criteriaNames(also.map((one) => one.case ?? ''))}`;
}

/** Cases that did not pass for want of the same gaps' bodies, and their names; the others are left out. */
export function blockedCases<One extends { readonly id: string; readonly because: readonly string[] }>(
  cases: readonly One[],
): readonly { readonly gaps: string; readonly members: readonly One[]; readonly names: string }[] {
  const blocked = cases.filter(({ because }) => because.length > 0);
  return [...Map.groupBy(blocked, ({ because }) => because.join(', '))].map(([gaps, members]) => ({
    gaps,
    members,
    names: criteriaNames(members.map(({ id }) => id)),
  }));
}

/** Each workflow named once: `shop/orderPaid #AC1, #AC2; shop/refunded #AC1`. */
export function criteriaNames(ids: readonly string[]): string {
  const owners = Map.groupBy(ids, (id) => id.slice(0, id.indexOf('#')));
  return [...owners]
    .map(([owner, members]) => `${owner} ${members.map((id) => id.slice(id.indexOf('#'))).join(', ')}`)
    .join('; ');
}
