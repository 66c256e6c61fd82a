import type { System } from '../spec/types.ts';
import { below, items, members, textOf, type Node } from './document.ts';
import { idOf } from './names.ts';

export interface Server {
  readonly baseUrl: string;
  readonly variables: NonNullable<System['variables']>;
}

/** The first of a list of servers. One that does not say its host gets a variable for it. */
export function serverOf(servers: Node): Server {
  const [server] = items(servers);
  const url = (server && textOf(below(server, 'url')))?.replace(/\/+$/, '') ?? '';
  const declared = server === undefined ? [] : members(below(server, 'variables'));
  const variables: Record<string, { default?: string }> = {};
  const named = url.replaceAll(/\{([^{}]*)\}/g, (_, name: string) => {
    const id = idOf(name);
    const about = declared.find(([key]) => key === name)?.[1];
    const value = about && below(about, 'default').value;
    const known = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    variables[id] = known === '' ? {} : { default: known };
    return `{${id}}`;
  });
  if (/^https?:\/\//.test(named)) return { baseUrl: named, variables };
  if (named.startsWith('//')) return { baseUrl: `https:${named}`, variables };
  return { baseUrl: `https://{host}${named.startsWith('/') ? named : ''}`, variables: { host: {}, ...variables } };
}
