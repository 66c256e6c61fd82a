import type { CheckedIntegration } from '../check/checked-integration.ts';
import { checkSpec } from '../check/check-spec.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../diagnostics/sort.ts';
import { loadSpecs } from '../load/load-specs.ts';

/** What the stages up to the check say of some specs. */
export interface CheckReport {
  /** The integrations without errors. */
  readonly integrations: readonly CheckedIntegration[];
  /** Every error and warning of every spec, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** Texts of the files that were read, by their names in messages. */
  readonly sources: ReadonlyMap<string, string>;
  /** How many spec files were found. */
  readonly specs: number;
}

/** Loads and checks specs: files, directories or globs, relative to `cwd`. Writes nothing, throws nothing for a user's mistake. */
export async function checkSpecs(inputs: readonly string[], options: { readonly cwd: string }): Promise<CheckReport> {
  const loaded = await loadSpecs(inputs, options);
  const results = loaded.specs.map(checkSpec);
  const integrations = results.flatMap((result) => result.checked ?? []);
  const diagnostics = [
    ...loaded.diagnostics,
    ...results.flatMap((result) => result.diagnostics),
    ...sameNames(integrations),
  ];
  return { integrations, diagnostics: sortDiagnostics(diagnostics), sources: loaded.sources, specs: loaded.found };
}

/** Two integrations of one name would write into one folder. */
function sameNames(integrations: readonly CheckedIntegration[]): readonly Diagnostic[] {
  const first = new Map<string, CheckedIntegration>();
  return integrations.flatMap((integration) => {
    const { name } = integration.loaded.spec;
    const other = first.get(name);
    if (other === undefined) {
      first.set(name, integration);
      return [];
    }
    return [
      diagnostic('FR2009', { name, first: other.loaded.file, second: 'this spec' }, integration.loaded.place(['name'])),
    ];
  });
}
