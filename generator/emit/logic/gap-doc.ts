import type { LogicPlan } from '../../ir/logic.ts';

/** The rule, what is asked of the fill, and examples. Hidden examples check a fill: whoever writes it does not see them. */
export function gapDoc({ doc, rule, criteria, examples }: LogicPlan): string {
  const shown = examples.filter((example) => !example.hidden);
  const parts = [
    doc ?? '',
    rule.trim(),
    list('Criteria:', criteria),
    list(
      'Examples:',
      shown.map((one) => `${json(one.in)} gives ${json(one.out)}${one.note === undefined ? '' : ` (${one.note})`}`),
    ),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : [title, ...items.map((item) => `- ${item}`)].join('\n');
}

function json(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
