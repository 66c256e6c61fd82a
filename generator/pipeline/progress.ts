/** The stages of a build in the order in which they run; before them a look at what need not be built. */
export type StageName = 'cache' | 'load' | 'check' | 'plan' | 'fill' | 'emit' | 'format' | 'verify' | 'write';

/** What a long build tells of itself while it runs. */
export interface Progress {
  stage(stage: StageName, integrations: number): void;
}

export const SILENT: Progress = { stage: () => undefined };
