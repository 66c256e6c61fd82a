import type { Step } from '../../spec/types.ts';

/** The steps as an outline: one line each, branches and loops below. */
export function outlineSteps(steps: readonly Step[], depth = 0): readonly { readonly depth: number; readonly text: string }[] {
  return steps.flatMap((step) => outlineStep(step, depth));
}

function outlineStep(step: Step, depth: number): readonly { readonly depth: number; readonly text: string }[] {
  const line = (text: string): { readonly depth: number; readonly text: string } => ({ depth, text: step.note === undefined ? text : `${text} (${step.note})` });
  const as = step.id === undefined ? '' : ` as \`${step.id}\``;
  if ('call' in step) return [line(`call \`${step.call}\`${as}`)];
  if ('map' in step) return [line(step.each === undefined ? `map \`${step.map}\`${as}` : `map each of \`${step.each}\` with \`${step.map}\`${as}`)];
  if ('logic' in step) return [line(`logic \`${step.logic}\`${as}`)];
  if ('guard' in step) return [line(step.guard.unless === undefined ? `fail with \`${step.guard.fail}\` where \`${step.guard.when ?? ''}\`` : `fail with \`${step.guard.fail}\` unless \`${step.guard.unless}\``)];
  if ('when' in step) {
    const otherwise = step.else === undefined || step.else.length === 0 ? [] : [{ depth, text: 'otherwise' }, ...outlineSteps(step.else, depth + 1)];
    return [line(`when \`${step.when}\``), ...outlineSteps(step.then, depth + 1), ...otherwise];
  }
  if ('forEach' in step) return [line(`for each \`${step.forEach}\` ${step.pages === undefined ? `of \`${step.in ?? ''}\`` : `page of \`${step.pages.call}\``}`), ...outlineSteps(step.do, depth + 1)];
  if ('set' in step) return [line(`set${as}`), ...outlineSteps(step.steps ?? [], depth + 1)];
  if ('respond' in step) return [line(`answer ${String(step.respond.status)}`)];
  return [line(`remember ${Object.keys(step.checkpoint).map((name) => `\`${name}\``).join(', ')}`)];
}
