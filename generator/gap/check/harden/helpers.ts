import { ts } from '../../../emit/syntax/typescript.ts';

const HELPERS = [
  'change',
  'constant',
  'copied',
  'eachOf',
  'fuel',
  'has',
  'key',
  'limited',
  'oneOf',
  'own',
  'put',
  'text',
  'there',
  'tuple',
  'typed',
  'utc',
] as const;
const TELL_LESS: readonly Helper[] = ['change', 'constant', 'eachOf', 'key', 'oneOf', 'own', 'put', 'typed'];
export type Helper = (typeof HELPERS)[number];

/** Names under which the file imports what it calls of `@flowright/runtime/logic`, none of which the body has. */
export interface Helpers {
  /** The name of a helper, which is imported from now on. */
  readonly use: (helper: Helper) => string;
  /** A name that the file does not have. */
  readonly free: (wanted: string) => string;
  readonly importLine: () => string;
  /** Whether something is called that may tell TypeScript less than the code before did. */
  readonly tellsLess: () => boolean;
}

export function helpersFor(file: ts.SourceFile): Helpers {
  const taken = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) taken.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  const used = new Map<Helper, string>();
  const free = (wanted: string): string => {
    for (let at = 0; ; at += 1) {
      const name = at === 0 ? wanted : `${wanted}${String(at)}`;
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };
  return {
    free,
    tellsLess: () => TELL_LESS.some((helper) => used.has(helper)),
    use: (helper) => {
      const known = used.get(helper);
      if (known !== undefined) return known;
      const name = free(helper);
      used.set(helper, name);
      return name;
    },
    importLine: () => {
      const names = HELPERS.flatMap((helper) => {
        const name = used.get(helper);
        if (name === undefined) return [];
        return [name === helper ? helper : `${helper} as ${name}`];
      });
      return `import { ${names.join(', ')} } from '@flowright/runtime/logic';\n\n`;
    },
  };
}
