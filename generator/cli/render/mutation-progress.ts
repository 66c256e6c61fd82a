import type { MutationStage } from '../../mutation/judge.ts';
import type { CommandContext } from '../io.ts';

const DOING: Readonly<Record<MutationStage, string>> = {
  build: 'building without each part',
  verify: 'type-checking',
  test: 'running criteria',
};

const CLEAR = '\r\u001B[K';

/** How far mutations are: one line that changes on a terminal, a line for each stage and batch of tests elsewhere. */
export function mutationProgress({ io, json }: CommandContext): {
  readonly stage: (stage: MutationStage, done: number, all: number) => void;
  readonly end: () => void;
} {
  const { stderr } = io;
  const terminal = stderr.isTTY === true;
  return {
    stage(stage, done, all) {
      if (json || (!terminal && stage === 'build' && done > 0)) return;
      const line = `${DOING[stage]}: ${String(done)} of ${String(all)} …`;
      stderr.write(terminal ? CLEAR + line : `${line}\n`);
    },
    end() {
      if (terminal && !json) stderr.write(CLEAR);
    },
  };
}
