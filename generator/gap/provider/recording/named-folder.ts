import type { Provider } from '../provider.ts';

/** The same provider, which names its folder of recordings as the user did: messages are the same in every clone. */
export function namedFolder(provider: Provider, folder: string, name: string): Provider {
  return {
    name: provider.name,
    ask: async (request, signal) => {
      const answer = await provider.ask(request, signal);
      return answer.kind === 'failed' ? { ...answer, message: answer.message.replaceAll(folder, name) } : answer;
    },
  };
}
