import type { Integration } from './integration-scope.ts';

/** Tries something out: what is wrong with it is not reported. */
export function quietly<T>(integration: Integration, attempt: (integration: Integration) => T): T {
  const { report } = integration;
  return attempt({ ...integration, report: { ...report, add: () => {}, problems: () => {}, unused: () => {} } });
}
