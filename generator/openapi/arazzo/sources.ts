import { pointerPath } from '../../shape/json-pointer.ts';
import { isSchemaObject, type SchemaObject } from '../../shape/json-schema.ts';
import type { Endpoint } from '../../spec/types.ts';
import { idOf } from '../names.ts';
import type { Tell } from '../remark.ts';

/** The OpenAPI documents of an Arazzo document: the files, by the ids of the systems. */
export function sourcesOf(document: SchemaObject, tell: Tell): ReadonlyMap<string, string> {
  const sources = new Map<string, string>();
  const declared = Array.isArray(document['sourceDescriptions']) ? document['sourceDescriptions'] : [];
  for (const source of declared.filter(isSchemaObject)) {
    const { name, url, type } = source;
    if (typeof name !== 'string' || typeof url !== 'string') continue;
    if (type === 'arazzo') tell(`'${name}' is left out: it is an Arazzo document itself`);
    else if (/^[a-z][a-z0-9+.-]+:/i.test(url)) {
      tell(`'${name}' is on the network: save ${url} as ${idOf(name)}.openapi.json`);
      sources.set(idOf(name), `./${idOf(name)}.openapi.json`);
    } else sources.set(idOf(name), url);
  }
  return sources;
}

/** The endpoint that a step calls; undefined where it names no operation of a source that is known. */
export function readTarget(
  { operationId, operationPath }: SchemaObject,
  sources: ReadonlyMap<string, string>,
): { readonly id: string; readonly endpoint: Endpoint } | undefined {
  const [first] = sources.keys();
  if (typeof operationId === 'string') {
    const prefixed = /^\$sourceDescriptions\.([\w-]+)\.(.+)$/.exec(operationId);
    const system = prefixed === null ? first : idOf(prefixed[1] ?? '');
    return system === undefined || !sources.has(system) ? undefined : target(system, prefixed?.[2] ?? operationId);
  }
  if (typeof operationPath !== 'string') return undefined;
  const found = /^\{\$sourceDescriptions\.([\w-]+)\.url\}#(\/paths\/.+)$/.exec(operationPath);
  const system = idOf(found?.[1] ?? '');
  const [, path, method] = pointerPath(found?.[2] ?? '');
  if (path === undefined || method === undefined || !sources.has(system)) return undefined;
  return target(system, `${method.toUpperCase()} ${path}`);
}

/** The document says the rest. */
function target(system: string, operation: string): { readonly id: string; readonly endpoint: Endpoint } {
  const [method = '', path] = operation.split(' ');
  const endpoint = { system, operation };
  return {
    id: idOf(path === undefined ? operation : `${method.toLowerCase()} ${path}`),
    endpoint: asEndpoint(endpoint),
  };
}

/** An endpoint by its operation, as a spec has it before its document is read: method and path come from there. */
function asEndpoint(endpoint: Partial<Endpoint>): Endpoint {
  const written: Endpoint = JSON.parse(JSON.stringify(endpoint));
  return written;
}
