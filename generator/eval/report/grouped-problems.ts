import { count } from '../../diagnostics/render/count.ts';
import type { GateProblem } from '../gate/verdict.ts';

/** A problem, and those that are there for want of the same gap's body, or for what keeps others from being measured, too. */
export interface ProblemGroup {
  readonly problem: GateProblem;
  readonly also: readonly GateProblem[];
}

/**
 * What has one cause is one entry: the gap, where it is a problem itself, else the first that needed it. A budget that is used up, and a
 * server that says the same of everything, is one cause, too.
 */
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
  return [...Map.groupBy(groups, ([problem]) => causeOf(problem)).values()].flatMap((same) => {
    const [problem] = same[0] ?? [];
    const others = same.slice(1).map(([one]) => one);
    return problem === undefined ? [] : [{ problem, also: [...others, ...same.flatMap(([, also]) => also)] }];
  });
}

/** Problems are told together where this is equal; the problem itself where nothing else has its cause. */
function causeOf(problem: GateProblem): unknown {
  const { code, rule, reason, case: id } = problem;
  if (code !== 3 || id === undefined) return problem;
  return rule === 'budget' ? rule : `${rule}\n${reason}`;
}

/** `8 criteria failed for want of a body of it: lead-intake/enquiryReceived #AC1, #AC2, …` */
export function alsoWords(also: readonly GateProblem[]): string {
  const [same, lacking] = [also.filter((one) => !one.because), also.filter((one) => one.because)];
  const names = (all: readonly GateProblem[]): string => criteriaNames(all.map((one) => one.case ?? ''));
  const lack = lacking.every(({ code }) => code === 1) ? 'failed for want of' : 'could not run without';
  const body = same.length === 0 ? 'a body of it' : 'bodies of them';
  return [
    ...(same.length === 0 ? [] : [`the same of ${count(same.length, 'other case')}: ${names(same)}`]),
    ...(lacking.length === 0
      ? []
      : [`${count(lacking.length, 'criterion', 'criteria')} ${lack} ${body}: ${names(lacking)}`]),
  ].join('; ');
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

/** Each workflow named once: `shop/orderPaid #AC1, #AC2; shop/refunded #AC1`. Gaps have but their names. */
export function criteriaNames(ids: readonly string[]): string {
  const owners = Map.groupBy(ids, (id) => id.replace(/#.*/s, ''));
  return [...owners]
    .map(([owner, members]) => [owner, members.map((id) => id.slice(owner.length)).join(', ')].join(' ').trim())
    .join('; ');
}
