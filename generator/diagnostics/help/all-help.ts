import type { DiagnosticCode } from '../catalogue/catalogue.ts';
import { askHelp } from './ask.ts';
import { checkHelp } from './check.ts';
import { evalHelp } from './eval.ts';
import { gapHelp } from './gap.ts';
import { fillHelp } from './fill.ts';
import type { Help } from './help.ts';
import { internalHelp } from './internal.ts';
import { loadFileHelp } from './load-file.ts';
import { loadSchemaHelp } from './load-schema.ts';
import { loadSyntaxHelp } from './load-syntax.ts';
import { partHelp } from './part.ts';
import { runHelp } from './run.ts';
import { verifyHelp } from './verify.ts';
import { writeHelp } from './write.ts';

const all: Readonly<Record<string, Help>> = {
  ...loadFileHelp,
  ...loadSyntaxHelp,
  ...loadSchemaHelp,
  ...checkHelp,
  ...partHelp,
  ...verifyHelp,
  ...writeHelp,
  ...gapHelp,
  ...runHelp,
  ...askHelp,
  ...fillHelp,
  ...evalHelp,
  ...internalHelp,
};

/** The hand-written part of a code's page; undefined where none is written yet, which a test refuses. */
export function helpFor(code: DiagnosticCode): Help | undefined {
  return all[code];
}

/** Every code that has help, so that a test finds help for codes that are gone. */
export const helpedCodes: readonly string[] = Object.keys(all);
