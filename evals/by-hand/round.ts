import type { ModelRequest } from '../../generator/gap/provider/provider.ts';

/** `index-1.json`: the prompts of the first round. */
export const INDEX = 'index-';

export interface Asked {
  readonly name: string;
  readonly request: ModelRequest;
}

/** System prompt and turns, character by character as they would be sent, each under a line that says whose it is. */
export function promptText({ prompt: { system, turns } }: ModelRequest): string {
  return [
    `===== SYSTEM =====\n${system}`,
    ...turns.map(({ role, content }) => `===== ${role.toUpperCase()} =====\n${content}`),
  ].join('\n');
}

export function isAsked(value: unknown): value is Asked {
  return typeof value === 'object' && value !== null && 'name' in value && 'request' in value;
}
