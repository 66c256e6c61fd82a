import { SILENT, type Progress, type StageName } from '../../pipeline/progress.ts';
import type { CommandContext } from '../io.ts';
import { count } from '../../diagnostics/render/count.ts';

/** Tells the stage that a build is in: one line that changes on a terminal, a line for each stage elsewhere. */
export interface BuildProgress extends Progress {
  /** Takes the changing line away. */
  end(): void;
}

const DOING: Readonly<Record<StageName, string>> = {
  cache: 'comparing',
  load: 'loading',
  check: 'checking',
  plan: 'planning',
  fill: 'filling',
  emit: 'emitting',
  format: 'formatting',
  verify: 'type-checking',
  write: 'writing',
};

const CLEAR = '\r\u001B[K';

export function buildProgress({ io, json }: CommandContext): BuildProgress {
  const { stderr } = io;
  if (json) return { ...SILENT, end: () => undefined };
  const terminal = stderr.isTTY === true;
  return {
    stage(stage, integrations) {
      const line = `${DOING[stage]}${integrations === 0 ? '' : ` ${count(integrations, 'integration')}`} …`;
      stderr.write(terminal ? CLEAR + line : `${line}\n`);
    },
    end() {
      if (terminal) stderr.write(CLEAR);
    },
  };
}
