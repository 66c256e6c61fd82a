import type { IntegrationPlan } from '../../ir/integration.ts';
import { code, codeCell, inline, link, paragraphs } from './markdown.ts';
import { diagram } from './diagram.ts';
import { outline } from './outline.ts';
import { isRichText, rich } from './rich.ts';
import { README_TEMPLATE } from './readme-template.ts';

export type ReadmeSource = Pick<IntegrationPlan, 'title' | 'description' | 'specFile' | 'settings' | 'readme'>;

type Render = (context: unknown) => string;

let compiled: Promise<Render> | undefined;

/** `README.md` of the output. */
export async function readme({ title, description, specFile, settings, readme: plan }: ReadmeSource): Promise<string> {
  compiled ??= compileTemplate();
  const render = await compiled;
  const workflows = plan.workflows.map((workflow) => ({
    ...workflow,
    diagram: workflow.steps.length === 0 ? undefined : diagram(workflow.flow),
  }));
  const context = {
    title,
    description,
    specFile,
    types: plan.types,
    tested: plan.workflows.some(({ criteria }) => criteria.length > 0),
    readme: { ...plan, workflows },
    settings: settings.map((one) => ({ ...one, hasDefault: one.default !== undefined || one.optional === true })),
  };
  return `${render(context)
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

async function compileTemplate(): Promise<Render> {
  const { default: handlebars } = await import('handlebars');
  const environment = handlebars.create();
  const onText = (helper: (text: string) => string) => (value: unknown) =>
    typeof value === 'string' ? helper(value) : '';
  environment.registerHelper({
    text: onText(inline),
    paragraphs: onText(paragraphs),
    code: onText(code),
    codeCell: onText(codeCell),
    rich: (value: unknown) => (isRichText(value) ? rich(value) : ''),
    richCell: (value: unknown) => (isRichText(value) ? rich(value, true) : ''),
    link: (text: unknown, address: unknown) =>
      typeof text === 'string' && typeof address === 'string' ? link(text, address) : '',
    outline: (steps: unknown) => outline(isSteps(steps) ? steps : []),
  });
  const known = {
    text: true,
    paragraphs: true,
    code: true,
    codeCell: true,
    link: true,
    rich: true,
    richCell: true,
    outline: true,
  };
  return environment.compile(README_TEMPLATE, { noEscape: true, knownHelpers: known, knownHelpersOnly: true });
}

type Steps = Parameters<typeof outline>[0];

function isSteps(value: unknown): value is Steps {
  return (
    Array.isArray(value) &&
    value.every((step: unknown) => typeof step === 'object' && step !== null && 'depth' in step && 'text' in step)
  );
}
