/**
 * Settings under which promptfoo gives the same results anywhere: nothing of the user's or of the machine's has a say. Nunjucks
 * and variable expansion are off, since prompts, replies and expected values are data that may hold braces.
 */
export const SETTINGS = {
  PROMPTFOO_DISABLE_TELEMETRY: '1',
  PROMPTFOO_DISABLE_UPDATE: '1',
  PROMPTFOO_DISABLE_REMOTE_GENERATION: '1',
  PROMPTFOO_DISABLE_REDTEAM_REMOTE_GENERATION: '1',
  PROMPTFOO_DISABLE_SHARING: '1',
  PROMPTFOO_DISABLE_SHARE_EMAIL_REQUEST: '1',
  PROMPTFOO_DISABLE_TEMPLATING: '1',
  PROMPTFOO_DISABLE_TEMPLATE_ENV_VARS: '1',
  PROMPTFOO_DISABLE_VAR_EXPANSION: '1',
  PROMPTFOO_DISABLE_JSON_AUTOESCAPE: '1',
  PROMPTFOO_DISABLE_CONVERSATION_VAR: '1',
  PROMPTFOO_DISABLE_ADAPTIVE_SCHEDULER: '1',
  PROMPTFOO_DISABLE_MULTIMEDIA_AS_BASE64: '1',
  PROMPTFOO_DISABLE_ERROR_LOG: '1',
  PROMPTFOO_DISABLE_DEBUG_LOG: '1',
  PROMPTFOO_CACHE_ENABLED: 'false',
  LOG_LEVEL: 'error',
} as const;

/**
 * Sets the environment that promptfoo reads when it is loaded; whatever else the environment says to it is left out. `folder`
 * takes what it writes of its own accord. Returns what puts everything back.
 */
export function makeHermetic(env: NodeJS.ProcessEnv, folder: string): () => void {
  const before = new Map<string, string | undefined>();
  const set = (name: string, value: string | undefined): void => {
    if (!before.has(name)) before.set(name, env[name]);
    if (value === undefined) delete env[name];
    else env[name] = value;
  };
  for (const name of Object.keys(env))
    if (name.startsWith('PROMPTFOO_') || name.startsWith('OTEL_')) set(name, undefined);
  for (const [name, value] of Object.entries(SETTINGS)) set(name, value);
  for (const name of ['PROMPTFOO_CONFIG_DIR', 'PROMPTFOO_CACHE_PATH', 'PROMPTFOO_LOG_DIR']) set(name, folder);
  return () => {
    for (const [name, value] of before) set(name, value);
  };
}
