import { failWith } from '../diagnostic-error.ts';
import type { CliIo } from '../io.ts';

/** Which server is asked, and whether a key may reach it unencrypted. */
export interface ServerOptions {
  readonly baseUrl?: string;
  readonly insecure?: boolean;
}

/** Throws where the key would leave this machine unencrypted. A server that is sent none may be reached as it likes. */
export function refuseClearText({ baseUrl, insecure }: ServerOptions, { env }: Pick<CliIo, 'env'>): void {
  const key = env['ANTHROPIC_API_KEY'] ?? '';
  const url = baseUrl === undefined ? null : URL.parse(baseUrl);
  if (url === null || url.protocol === 'https:' || key === '' || insecure === true) return;
  if (!isLoopback(url.hostname)) throw failWith('FR7409', { host: url.host });
}

/** Parsing an address has written all forms of IPv4 as four numbers. */
function isLoopback(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost\.?|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
