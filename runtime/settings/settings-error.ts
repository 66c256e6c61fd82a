/** Settings are missing; names every one of them, so that one look at the message is enough. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly code = 'settings_missing';
  /** The names of the missing environment variables. */
  readonly missing: readonly string[];
  constructor(integration: string, missing: readonly string[]) {
    const count = missing.length === 1 ? 'a setting is' : `${missing.length} settings are`;
    super(
      [
        `${integration} cannot start: ${count} missing.`,
        ...missing.map((name) => `  ${name}`),
        'Set each as an environment variable, or put it in a file that you pass with `node --env-file=.env`.',
      ].join('\n'),
    );
    this.missing = missing;
  }
}
