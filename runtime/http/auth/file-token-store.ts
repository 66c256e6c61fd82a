import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { StoredToken, TokenStore } from './token-store.ts';

export const TOKEN_FILE = 'tokens.json';

/** Refresh tokens in a file that only its owner may read (mode 600). It is read for every question, since `flowright connect` writes it too. */
export function fileTokenStore(file: string): TokenStore {
  let writing: Promise<void> = Promise.resolve();
  return {
    get: async (key) => (await readTokens(file)).get(key),
    async put(key, token) {
      const written = writing.then(async () => {
        const tokens = (await readTokens(file)).set(key, token);
        await mkdir(dirname(file), { recursive: true });
        // Whoever reads meanwhile finds the old file or the new one.
        const draft = `${file}.${process.pid}.tmp`;
        await writeFile(draft, `${JSON.stringify(Object.fromEntries(tokens), undefined, 2)}\n`, { mode: 0o600 });
        await rename(draft, file);
      });
      writing = written.catch(() => undefined);
      await written;
    },
  };
}

async function readTokens(file: string): Promise<Map<string, StoredToken>> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  const tokens = new Map<string, StoredToken>();
  for (const [key, stored] of Object.entries(Object(parsed(text)))) {
    const { refreshToken, from }: { readonly refreshToken?: unknown; readonly from?: unknown } = Object(stored);
    if (typeof refreshToken === 'string') tokens.set(key, { refreshToken, ...(typeof from === 'string' && { from }) });
  }
  return tokens;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
