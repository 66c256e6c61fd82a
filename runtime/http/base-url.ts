import { FatalError } from '../context/errors.ts';
import type { Settings } from '../settings/settings.ts';
import { fillTemplate } from './fill-template.ts';
import { pathSegment } from './path-segment.ts';
import type { SystemDefinition } from './system.ts';

/** Where requests go: `http(s)://host[:port]` and the path below it, without a slash at its end. */
export interface Location {
  readonly origin: string;
  readonly path: string;
}

/** A system's base URL. `declared` is the one of the spec where a setting replaced it and its variables are known. */
export interface BaseUrl extends Location {
  readonly declared?: Location;
}

/**
 * The base URL of a system: the setting `baseUrlSetting` where there is one, else the declared one with its variables
 * filled in. A variable cannot change the host: in the authority only letters, digits, dots and dashes are let through,
 * in the path a value stays one segment. `FatalError('invalid_input')` names the setting that is wrong, not its value.
 * `declared`: another base URL of the same system, which the setting moves along with the first.
 */
export function resolveBaseUrl(system: SystemDefinition, settings: Settings, declared = system.baseUrl): BaseUrl {
  const override = settings.get(system.baseUrlSetting);
  if (override === undefined) return declaredUrl(system, settings, declared);
  const used = overrideUrl(system, override);
  const known = Object.values(system.variables).every(
    (ref) => settings.get(ref.setting) !== undefined || ref.default !== undefined,
  );
  if (!known) return used;
  const own = declaredUrl(system, settings, declared);
  if (declared === system.baseUrl) return { ...used, declared: own };
  const first = declaredUrl(system, settings, system.baseUrl).path;
  const prefix = used.path.endsWith(first) ? used.path.slice(0, used.path.length - first.length) : used.path;
  return { origin: used.origin, path: prefix + own.path, declared: own };
}

function declaredUrl(system: SystemDefinition, settings: Settings, declared: string): Location {
  const [, scheme, authority, path] = /^(https?:\/\/)([^/?#]*)([^?#]*)$/i.exec(declared) ?? [];
  if (scheme === undefined || authority === undefined || path === undefined) {
    throw wrong(system, 'the base URL is not an absolute http(s) URL');
  }
  const host = fillTemplate(authority, system, settings, (value, setting) => {
    if (/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/.test(value)) return value;
    throw wrong(system, `the setting ${setting} cannot be a part of a host name`);
  });
  const filledPath = fillTemplate(path, system, settings, (value, setting) => {
    if (value !== '.' && value !== '..') return pathSegment(value);
    throw wrong(system, `the setting ${setting} cannot be a path segment`);
  });
  const url = parseUrl(scheme + host + filledPath);
  if (url === undefined || url.host !== withoutDefaultPort(scheme, host.toLowerCase())) {
    throw wrong(system, 'the base URL with its variables filled in does not have a valid host');
  }
  return toLocation(url);
}

function overrideUrl(system: SystemDefinition, text: string): Location {
  const url = parseUrl(text);
  const plain = url !== undefined && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  if (!plain || url.search !== '' || url.hash !== '') {
    throw wrong(
      system,
      `the setting ${system.baseUrlSetting} must be an http(s) URL without credentials, query and fragment`,
    );
  }
  return toLocation(url);
}

function withoutDefaultPort(scheme: string, host: string): string {
  return host.replace(scheme.toLowerCase() === 'https://' ? /:443$/ : /:80$/, '');
}

function parseUrl(text: string): URL | undefined {
  return URL.parse(text) ?? undefined;
}

function toLocation(url: URL): Location {
  return { origin: url.origin, path: url.pathname.replace(/\/+$/, '') };
}

function wrong(system: SystemDefinition, problem: string): FatalError {
  return new FatalError('invalid_input', `${system.id}: ${problem}`, { system: system.id });
}
