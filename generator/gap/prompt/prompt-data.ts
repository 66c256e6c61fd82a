import type { GapContract, GapExample } from '../contract/contract.ts';
import type { GapProblem } from '../problem.ts';
import { showAttachment, type Attachment, type ShownAttachment } from './attachment.ts';
import { limitsOfSchema } from './limits-of-schema.ts';
import { visibleJson, visibleLine, visibleText } from './visible-text.ts';

/** What `system.hbs` and `fill.hbs` are given; all of it is text, and nothing is ever absent. */
export interface FillData {
  readonly integration: string;
  readonly gap: string;
  readonly functionName: string;
  readonly inputType: string;
  readonly outputType: string;
  readonly signature: string;
  readonly types: string;
  /** What the schemas of both demand beyond that, a line each. */
  readonly limits: readonly string[];
  readonly rule: string;
  /** Empty where there is none. */
  readonly description: string;
  readonly criteria: readonly string[];
  /** The visible ones. */
  readonly examples: readonly ShownExample[];
  readonly attachments: readonly ShownAttachment[];
}

export interface ShownExample {
  /** From 1, among those that are shown. */
  readonly number: number;
  /** JSON. */
  readonly in: string;
  readonly out: string;
  readonly note: string;
}

/** What `repair.hbs` is given. */
export interface RepairData extends FillData {
  readonly problems: readonly ShownProblem[];
}

export interface ShownProblem {
  readonly check: string;
  readonly message: string;
  readonly fix: string;
  /** Empty where it is not one place. */
  readonly line: string;
}

/** More of them help nobody. */
const MOST_PROBLEMS = 12;
const LONGEST_MESSAGE = 1200;

const HIDDEN: ShownProblem = { check: 'hidden', message: 'a hidden example fails', fix: '', line: '' };

export function fillData(contract: GapContract, attachments: readonly Attachment[]): FillData {
  const { integration, gap, functionName, inputType, outputType, signature, types, rule, description } = contract;
  return {
    integration,
    gap,
    functionName,
    inputType,
    outputType,
    signature,
    types: types.trim(),
    limits: [...limitsOfSchema('input', contract.inputSchema), ...limitsOfSchema('output', contract.outputSchema)].map(
      visibleLine,
    ),
    rule: visibleText(rule).trim(),
    description: visibleText(description ?? '').trim(),
    criteria: contract.criteria.map(visibleLine),
    examples: contract.examples.filter((example) => !example.hidden).map(showExample),
    attachments: attachments.map(showAttachment),
  };
}

/**
 * What a repair is told. Of a problem that an example beyond the visible ones shows, only that it is there, and once: its text may
 * quote what must not be known.
 */
export function repairData(
  contract: GapContract,
  attachments: readonly Attachment[],
  problems: readonly GapProblem[],
): RepairData {
  const secret = problems.filter((one) => isHidden(one, contract));
  const open = problems.filter((one) => !isHidden(one, contract)).slice(0, MOST_PROBLEMS);
  const shown = [...open.map(showProblem), ...(secret.length > 0 ? [HIDDEN] : [])];
  return { ...fillData(contract, attachments), problems: shown };
}

function isHidden({ check, example }: GapProblem, { examples }: GapContract): boolean {
  return check === 'hidden' || (example !== undefined && examples[example]?.hidden !== false);
}

function showExample({ in: given, out, note = '' }: GapExample, index: number): ShownExample {
  return { number: index + 1, in: visibleJson(given), out: visibleJson(out), note: visibleLine(note) };
}

function showProblem({ check, message, fix = '', line }: GapProblem): ShownProblem {
  return {
    check,
    message: shortened(visibleText(message).trim().replaceAll('\n', '\n  ')),
    fix: visibleLine(fix),
    line: line === undefined ? '' : String(line),
  };
}

function shortened(text: string): string {
  return text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE)}…` : text;
}
