import { printable } from '../../../diagnostics/render/printable.ts';
import { viewOf, type ReportInput } from '../view.ts';
import { contextOf } from './context.ts';
import { STYLE } from './style.ts';
import { DIFFERENCE, STATE, TEMPLATE } from './template.ts';

/**
 * A run as one HTML file that needs nothing else: no network, no font, no script. Light and dark, narrow and on paper; whatever is
 * folded opens with the keyboard, and no meaning is in a colour alone.
 */
export async function htmlReport(input: ReportInput): Promise<string> {
  const { default: handlebars } = await import('handlebars');
  const environment = handlebars.create();
  environment.registerPartial({ state: STATE, difference: DIFFERENCE });
  environment.registerHelper('broken', (text: unknown) => {
    const parts = typeof text === 'string' ? text.split(/(?<=[/.])|(?=#)/) : [];
    return new environment.SafeString(parts.map((part) => environment.escapeExpression(part)).join('<wbr>'));
  });
  const render = environment.compile(TEMPLATE, { knownHelpersOnly: true, knownHelpers: { broken: true } });
  const page = render({ ...contextOf(viewOf(input)), style: STYLE });
  // What cannot be seen is shown: escape sequences, marks that turn the direction of writing, halves of pairs.
  return page.split('\n').map(printable).join('\n');
}
