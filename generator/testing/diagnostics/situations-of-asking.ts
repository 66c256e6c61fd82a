import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { loadPrompts } from '../../gap/prompt/load-prompts.ts';
import { readAttachments } from '../../gap/prompt/read-attachments.ts';
import { anthropicProvider } from '../../gap/provider/anthropic/anthropic-provider.ts';
import { failureDiagnostic } from '../../gap/provider/failure-diagnostic.ts';
import type { ModelAnswer } from '../../gap/provider/provider.ts';
import { anthropicBatches } from '../../gap/provider/batch/anthropic-batches.ts';
import { replayProvider } from '../../gap/provider/recording/replay-provider.ts';
import { recordReply } from '../../gap/provider/recording/write-recording.ts';
import { modelRequest } from '../../gap/provider/testing/model-request.ts';
import { startMessagesApi } from '../messages-api/messages-api.ts';
import { inOrder, type Fault } from '../messages-api/script.ts';
import type { Situation } from './situation.ts';

const FILL = 'flowright gaps fill shopify-hubspot dealPriority';

/** Asks a stand-in for the Messages API that has this fault. */
function asked(fault: Fault, options: { readonly stopped?: boolean } = {}): Situation {
  return {
    when: FILL,
    async tell() {
      const api = await startMessagesApi({ script: inOrder({ text: 'none', fault }) });
      const provider = anthropicProvider({ apiKey: 'key', baseUrl: api.baseUrl, wait: () => Promise.resolve() });
      const signal = options.stopped === true ? AbortSignal.abort() : undefined;
      const answer = await provider.ask(modelRequest(), signal);
      await api.close();
      return failed(answer);
    },
  };
}

function failed(answer: ModelAnswer): readonly Diagnostic[] {
  return answer.kind === 'failed' ? [failureDiagnostic(answer)] : [];
}

/** With paths from the working directory, as a user would see them. */
function shortened(diagnostics: readonly Diagnostic[], cwd: string): readonly Diagnostic[] {
  return diagnostics.map((one) => ({ ...one, message: one.message.replace(`${cwd}${path.sep}`, '') }));
}

/** Asking a model: keys, servers, prompts, attachments. */
export const situationsOfAsking: Readonly<Record<string, Situation>> = {
  FR7301: {
    when: FILL,
    tell: async () => failed(await anthropicProvider({ apiKey: undefined }).ask(modelRequest())),
  },
  FR7302: asked('unauthorized'),
  FR7303: asked('unknown-model'),
  FR7304: asked('overloaded'),
  FR7305: asked('cut'),
  FR7306: asked('no-message'),
  FR7307: asked('slow', { stopped: true }),
  FR7310: {
    when: `${FILL} --provider replay`,
    async tell(cwd) {
      const folder = path.join(cwd, 'recordings');
      await recordReply(folder, modelRequest({ user: 'High from 1,000 on.' }), 'none', '2026-01-31');
      return failed(await replayProvider({ folder }).ask(modelRequest({ user: 'High from 2,000 on.' })));
    },
  },
  FR7311: {
    when: `${FILL} --provider replay`,
    async tell(cwd) {
      const folder = path.join(cwd, 'evals/recordings');
      const written = await recordReply(folder, modelRequest(), 'none', '2026-01-31');
      if (written.ok) await writeFile(written.file, '<<<<<<< HEAD');
      return shortened(failed(await replayProvider({ folder }).ask(modelRequest())), cwd);
    },
  },
  FR7312: {
    when: `${FILL} --record`,
    async tell(cwd) {
      await writeFile(path.join(cwd, 'recordings'), 'a file');
      const written = await recordReply(path.join(cwd, 'recordings'), modelRequest(), 'none', '2026-01-31');
      return written.ok ? [] : shortened(failed(written.failed), cwd);
    },
  },
  FR7320: {
    when: `${FILL} --batch`,
    async tell() {
      const api = await startMessagesApi({ script: inOrder({ fault: 'expired' }) });
      const batches = anthropicBatches({ apiKey: 'key', baseUrl: api.baseUrl });
      const { signal } = new AbortController();
      const made = await batches.create([{ key: 'first', request: modelRequest() }], signal);
      const results = made.ok ? await batches.results(made.value, signal) : made;
      await api.close();
      return results.ok ? results.value.flatMap(({ answer }) => failed(answer)) : [];
    },
  },
  FR7330: {
    when: `${FILL} --prompts prompts`,
    async tell(cwd) {
      const folder = path.join(cwd, 'prompts');
      await mkdir(path.join(folder, 'fill/v1'), { recursive: true });
      await writeFile(path.join(folder, 'versions.json'), '{ "fill": "v1" }');
      for (const part of ['system', 'fill', 'repair'])
        await writeFile(path.join(folder, `fill/v1/${part}.hbs`), 'Write {{functionNmae}}.');
      const loaded = await loadPrompts({ folder });
      if (loaded.ok) return [];
      return [{ ...loaded.diagnostic, message: loaded.diagnostic.message.replace(folder, 'prompts') }];
    },
  },
  FR7331: {
    when: `${FILL} --attach screenshot.png`,
    async tell(cwd) {
      const file = path.join(cwd, 'screenshot.png');
      await writeFile(file, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]));
      const { diagnostics } = await readAttachments([{ path: file }], cwd);
      return diagnostics.map((one) => ({ ...one, message: one.message.replace(file, 'screenshot.png') }));
    },
  },
};
