/** Settings are missing or mean nothing; names every one of them, so that one look at the message is enough. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly code = 'settings_missing';
  /** The names of the missing environment variables. */
  readonly missing: readonly string[];
  /** What is wrong with values that are set, one sentence each. */
  readonly wrong: readonly string[];
  constructor(integration: string, missing: readonly string[], wrong: readonly string[] = []) {
    super(messageOf(integration, missing, wrong));
    this.missing = missing;
    this.wrong = wrong;
  }
}

function messageOf(integration: string, missing: readonly string[], wrong: readonly string[]): string {
  const count = missing.length === 1 ? 'a setting is' : `${missing.length} settings are`;
  const absent =
    missing.length === 0
      ? []
      : [`${integration} cannot start: ${count} missing.`, ...missing.map((name) => `  ${name}`)];
  const bad =
    wrong.length === 0
      ? []
      : [
          `${integration} cannot start: the environment holds values that mean nothing.`,
          ...wrong.map((what) => `  ${what}`),
        ];
  const fix = 'Set each as an environment variable, or in a file that you pass with `node --env-file=.env`.';
  return [...absent, ...bad, fix].join('\n');
}
