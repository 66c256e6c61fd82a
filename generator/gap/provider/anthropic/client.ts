import type Anthropic from '@anthropic-ai/sdk';

export interface ClientOptions {
  /** Sent to `baseUrl` and shown nowhere; a server of one's own may need none. */
  readonly apiKey: string | undefined;
  /** `https://api.anthropic.com` where it is absent. */
  readonly baseUrl?: string | undefined;
  /** Milliseconds that one attempt may take; 10 minutes where it is absent. */
  readonly timeout?: number | undefined;
}

export const ANTHROPIC_URL = 'https://api.anthropic.com';

/** What a server without keys is sent: the client insists on one, and looks through files and settings for it otherwise. */
const NO_KEY = 'none';

/** Milliseconds. */
const TIMEOUT = 600_000;

/**
 * The API's own client. It is loaded here and not before: the import costs 200 ms. Everything that it would take from the
 * environment is given, so that nothing but the caller decides where the key goes (but for ANTHROPIC_CUSTOM_HEADERS, which some
 * gateways want); it logs nothing, and retries nothing.
 */
export async function openClient({ apiKey, baseUrl, timeout }: ClientOptions): Promise<Anthropic> {
  const { default: Client } = await import('@anthropic-ai/sdk');
  return new Client({
    apiKey: apiKey === undefined || apiKey === '' ? NO_KEY : apiKey,
    baseURL: baseUrl ?? ANTHROPIC_URL,
    timeout: timeout ?? TIMEOUT,
    maxRetries: 0,
    // A redirection would take the key along, wherever it leads.
    fetchOptions: { redirect: 'manual' },
    logLevel: 'off',
    openTelemetry: false,
    webhookKey: null,
  });
}
