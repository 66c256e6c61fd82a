import type { Operation } from './operation.ts';
import type { SystemApi } from './system-api.ts';
import { below } from './document.ts';
import { serverOf } from './servers.ts';

/** The operation of a method and path, whatever the parameters of the path are called; the path begins at the system's base URL, or at the document's. */
export function operationAt(method: string, path: string, api: SystemApi): Operation | undefined {
  const wanted = new Set([template(path), template(pathnameOf(api.baseUrl) + path)]);
  const base = pathnameOf(serverOf(below(api.document.root, 'servers')).baseUrl);
  return api.operations.find(
    (one) => one.method === method && (wanted.has(template(one.path)) || wanted.has(template(base + one.path))),
  );
}

function template(path: string): string {
  return path.replaceAll(/\{[^{}]*\}/g, '{}').replace(/(?!^)\/$/, '');
}

/** `https://api.example.com/v1` → /v1 */
function pathnameOf(baseUrl: string): string {
  return baseUrl.replace(/^https?:\/\/[^/]*/, '');
}
