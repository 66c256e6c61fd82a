import path from 'node:path';
import { camelCase, kebabCase, RESERVED_WORDS } from '../../check/names.ts';
import { resolveReference } from '../../load/references/resolve-reference.ts';
import type { LoadedSpec } from '../../load/load-spec.ts';
import type { FixturePlan, TestData } from '../../ir/criterion.ts';
import { unique } from '../name-files.ts';

/** Names that tests use for something else. */
const TAKEN = [
  'integration',
  'mocks',
  'test',
  'expect',
  'onTestFinished',
  'startScenario',
  'scenario',
  'response',
  'responses',
  ...RESERVED_WORDS,
];

/** The files that tests share. */
export class Fixtures {
  readonly #loaded: LoadedSpec;
  readonly #files = new Set<string>();
  readonly #names = new Set(TAKEN.map((name) => name.toLowerCase()));
  readonly #byPath = new Map<string, FixturePlan>();

  constructor(loaded: LoadedSpec) {
    this.#loaded = loaded;
  }

  /** Data of the spec: a text names a file, anything else is the data itself. */
  of(given: unknown): TestData {
    return typeof given === 'string' ? { fixture: this.#fixture(given) } : { value: given };
  }

  all(): readonly FixturePlan[] {
    return [...this.#byPath.values()];
  }

  #fixture(reference: string): FixturePlan {
    const absolute = resolveReference(this.#loaded.path, reference);
    const known = this.#byPath.get(absolute);
    if (known !== undefined) return known;
    const stem = path.basename(absolute).replace(/\.[^.]*$/, '');
    const base = kebabCase(stem) === '' ? 'payload' : kebabCase(stem);
    const fixture = {
      name: unique(camelCase(base), this.#names),
      file: `test/fixtures/${unique(base, this.#files)}.json`,
      data: this.#loaded.files.get(absolute)?.data ?? null,
    };
    this.#byPath.set(absolute, fixture);
    return fixture;
  }
}
