import { failWith, type DiagnosticError } from '../diagnostic-error.ts';

/** As the spec's schema has it. */
const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const LONGEST = 80;

/** What is wrong with a name for an integration, with a name like it that is not. */
export function nameProblem(name: string): DiagnosticError | undefined {
  if (NAME.test(name) && name.length <= LONGEST) return undefined;
  const like = similarName(name);
  return failWith('FR6004', { name, suggestion: NAME.test(like) && like !== name ? like : undefined });
}

/** `My Orders_v2` → `my-orders-v2` */
function similarName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
}
