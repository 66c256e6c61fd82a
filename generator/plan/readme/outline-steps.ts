import { eachWords } from './each-words.ts';
import type { CallStep, Step } from '../../spec/types.ts';
import type { OutlineLine, RichText } from '../../ir/readme.ts';
import { describeData } from './describe-data.ts';
import { describeRow } from './describe-row.ts';
import { failureWords } from '../flow/step-cards.ts';
import { joined, rich } from './rich-text.ts';

/** The steps as an outline: one line each, branches and loops below. */
export function outlineSteps(steps: readonly Step[], depth = 0): readonly OutlineLine[] {
  return steps.flatMap((step) => outlineStep(step, depth));
}

function outlineStep(step: Step, depth: number): readonly OutlineLine[] {
  const line = (text: RichText): OutlineLine => ({
    depth,
    text: step.note === undefined ? text : joined([text, ` – ${step.note}`]),
  });
  const as = step.id === undefined ? '' : rich` as ${step.id}`;
  if ('call' in step) return [line(joined([rich`call ${step.call}`, as])), ...outlineFailures(step, depth)];
  if ('poll' in step) return [line(joined([rich`call ${step.poll.call} until ${step.poll.until}`, as]))];
  if ('sleep' in step) return [line(`wait for ${step.sleep}`)];
  if ('start' in step) return [line(rich`start ${step.start}`)];
  if ('upsert' in step) {
    const { find, create, update } = step.upsert;
    return [line(joined([rich`look with ${find.call}, then ${update.call} or ${create.call}`, as]))];
  }
  if ('map' in step)
    return [
      line(
        step.each === undefined
          ? joined([rich`map with ${step.map}`, as])
          : joined([rich`map each of ${eachWords(step.each)} with ${step.map}`, as]),
      ),
    ];
  if ('logic' in step) return [line(joined([rich`decide ${step.logic}`, as]))];
  if ('guard' in step)
    return [
      line(
        step.guard.unless === undefined
          ? rich`fail with ${step.guard.fail} where ${step.guard.when ?? ''}`
          : rich`fail with ${step.guard.fail} unless ${step.guard.unless}`,
      ),
    ];
  if ('when' in step) {
    const otherwise =
      step.else === undefined || step.else.length === 0
        ? []
        : [{ depth, text: 'otherwise' }, ...outlineSteps(step.else, depth + 1)];
    return [line(rich`when ${step.when}`), ...outlineSteps(step.then, depth + 1), ...otherwise];
  }
  if ('forEach' in step)
    return [
      line(
        joined([
          step.pages === undefined
            ? rich`for each ${step.forEach} of ${step.in ?? ''}`
            : rich`for each ${step.forEach} of ${step.pages.call}`,
          step.collect === undefined ? '' : joined([', collecting', as]),
        ]),
      ),
      ...outlineSteps(step.do, depth + 1),
    ];
  if ('set' in step) {
    const { from, rule } = describeRow(step.set);
    return [
      line(joined([rich`set ${step.id} to ${from}`, rule === '' ? '' : `, ${rule}`])),
      ...outlineSteps(step.steps ?? [], depth + 1),
    ];
  }
  if ('respond' in step) return [line(`answer ${String(step.respond.status)}`)];
  if ('save' in step) return [line(joined([rich`save ${step.from} as ${step.save}`, as]))];
  if ('remove' in step) return [line(joined([rich`remove ${step.from} from ${step.remove}`, as]))];
  if ('prune' in step) return [line(joined([rich`remove every ${step.prune} that was not saved again`, as]))];
  if ('stop' in step) return [line(step.stop === true ? 'leave the loop' : rich`leave the loop over ${step.stop}`)];
  if ('return' in step) return [line(joined(['return ', rich`${describeData(step.return)}`]))];
  if (step.checkpoint === 'clear') return [line('forget the checkpoint')];
  return [
    line(
      joined([
        'remember ',
        joined(
          Object.keys(step.checkpoint).map((name) => rich`${name}`),
          ', ',
        ),
      ]),
    ),
  ];
}

/** What follows a failure of a call. */
function outlineFailures(step: CallStep, depth: number): readonly OutlineLine[] {
  const rules = typeof step.onError === 'object' ? step.onError : [];
  return failureWords(step).flatMap((text, index) => [
    { depth: depth + 1, text },
    ...outlineSteps(rules[index]?.do ?? [], depth + 2),
  ]);
}
