import { readFileSync } from 'node:fs';
import type { Json } from '../context/json.ts';
import type { IntegrationDefinition } from '../integration.ts';
import { SettingsError } from './settings-error.ts';
import type { Settings } from './settings.ts';

/**
 * The values of the connection that a setting gives: JSON, or the name of a file that holds some; none where it is not
 * set. A `SettingsError` where it can be read as neither. Whether they fit is for each run to say.
 */
export function readMetadata<Clients>(
  { name, metadata }: Pick<IntegrationDefinition<Clients>, 'name' | 'metadata'>,
  settings: Settings,
): Json {
  const text = metadata === undefined ? undefined : settings.get(metadata.setting);
  if (metadata === undefined || text === undefined) return {};
  const inline = text.trimStart().startsWith('{');
  try {
    const value: Json = JSON.parse(inline ? text : readFileSync(text, 'utf8'));
    return value;
  } catch {
    // The reason would quote the value.
    const what = inline ? 'is no JSON' : 'names no file that holds JSON';
    throw new SettingsError(name, [], [`${metadata.setting} ${what}`]);
  }
}
