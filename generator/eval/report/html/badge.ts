import type { CaseState } from '../view.ts';

const STATES = {
  passed: { class: 'passed', mark: '✓' },
  unstable: { class: 'unstable', mark: '~' },
  failed: { class: 'failed', mark: '✗' },
  'not verified': { class: 'open', mark: '?' },
} as const satisfies Readonly<Record<CaseState, unknown>>;

/** A state with its mark and its colour. */
export function badge(words: CaseState): unknown {
  return { ...STATES[words], words };
}
