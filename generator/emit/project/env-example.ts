import type { SettingPlan } from '../../ir/setting.ts';

/** `.env.example` of the output: every setting below its description, secrets empty, defaults as they are. */
export function envExample(settings: readonly SettingPlan[]): string {
  return settings.map((setting) => `${comment(setting)}\n${assignment(setting)}\n`).join('\n');
}

function comment({ description, secret }: SettingPlan): string {
  const lines = description
    .trim()
    .split(/[\r\n\u0085\u2028\u2029]+/)
    .map((line) => line.replaceAll(/\p{Cc}/gu, ' ').trim());
  return `${lines.map((line) => `# ${line}`.trimEnd()).join('\n')}${secret ? ' (secret)' : ''}`;
}

function assignment({ name, secret, default: value }: SettingPlan): string {
  if (secret || value === undefined || value === '') return `${name}=`;
  const quoted = quote(value);
  return quoted === undefined ? `${name}=` : `${name}=${quoted}`;
}

/** As Node reads it from a file; undefined where the file has no way to write it. */
function quote(value: string): string | undefined {
  if (/^[\w./:@%+,?&=~-]+$/.test(value)) return value;
  return ["'", '"', '`']
    .filter((mark) => !value.includes(mark) && (mark !== '"' || !value.includes('\\n')))
    .map((mark) => `${mark}${value}${mark}`)[0];
}
