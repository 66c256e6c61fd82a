import type { FillPrompts } from '../fill-prompts.ts';
import { loadPrompts } from '../load-prompts.ts';

/** The prompts that come with the package. */
export async function ownPrompts(): Promise<FillPrompts> {
  const loaded = await loadPrompts();
  if (!loaded.ok) throw new Error(loaded.diagnostic.message);
  return loaded.prompts;
}
