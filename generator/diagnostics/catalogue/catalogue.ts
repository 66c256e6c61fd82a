import { askCatalogue } from './ask.ts';
import { checkCatalogue } from './check.ts';
import type { CatalogueEntry } from './entry.ts';
import { gapCatalogue } from './gap.ts';
import { fillCatalogue } from './fill.ts';
import { evalCatalogue } from './eval.ts';
import { internalCatalogue } from './internal.ts';
import { loadCatalogue } from './load.ts';
import { partCatalogue } from './part.ts';
import { runCatalogue } from './run.ts';
import { verifyCatalogue } from './verify.ts';
import { writeCatalogue } from './write.ts';

const all = {
  ...loadCatalogue,
  ...checkCatalogue,
  ...partCatalogue,
  ...verifyCatalogue,
  ...writeCatalogue,
  ...gapCatalogue,
  ...runCatalogue,
  ...askCatalogue,
  ...fillCatalogue,
  ...evalCatalogue,
  ...internalCatalogue,
};

export type DiagnosticCode = keyof typeof all;

/** What the message of each code is made from. */
export type DiagnosticArgs = {
  readonly [Code in DiagnosticCode]: (typeof all)[Code] extends CatalogueEntry<infer Args> ? Args : never;
};

/** Every diagnostic there is, by its code. */
export const catalogue: { readonly [Code in DiagnosticCode]: CatalogueEntry<DiagnosticArgs[Code]> } = all;
