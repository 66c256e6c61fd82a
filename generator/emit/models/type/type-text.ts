import type { JsonSchema } from '../../../shape/json-schema.ts';
import { createTokens, type Tokens } from './tokens.ts';
import { typeSchema, type TypeSchema } from './type-schema.ts';

/** A declaration of a type, without comment: `{ text: 'export interface Order {…}' }`. */
const ROOT = 'FlowrightRoot';
const INTERFACE = `export interface ${ROOT} `;
const ALIAS = `export type ${ROOT} = `;

interface PendingTuple {
  readonly items: readonly TypeSchema[];
  readonly required: number;
  readonly rest: TypeSchema | undefined;
}

/**
 * The exported TypeScript type `name` for a normalised schema. Everything that comes from the spec is a checked
 * identifier, a literal or escaped comment text; references become the names that `nameOf` gives.
 */
export async function typeText(name: string, schema: JsonSchema, nameOf: (ref: string) => string): Promise<string> {
  const tokens = createTokens();
  const tuples = new Map<string, PendingTuple>();
  const tuple = (items: readonly TypeSchema[], required: number, rest: TypeSchema | undefined): string => {
    const token = tokens.type('');
    tuples.set(token, { items, required, rest });
    return token;
  };
  const { description: _, ...root } = typeSchema(schema, { tokens, nameOf, tuple });
  const source = tokens.replaceIn(oneLineComments(await withTuples(await generate(root), tuples), tokens));
  if (source.startsWith(INTERFACE)) return `export interface ${name} ${source.slice(INTERFACE.length)}`;
  return `export type ${name} = ${source.slice(ALIAS.length)}`;
}

/** `/** … *\/` on one line, where the text has one. */
function oneLineComments(source: string, { replaceIn }: Tokens): string {
  return source.replaceAll(/\/\*\*\n \* (\w+)\n \*\//g, (comment, token: string) =>
    replaceIn(token).includes('\n') ? comment : `/** ${token} */`,
  );
}

async function generate(schema: TypeSchema): Promise<string> {
  const { compile } = await import('json-schema-to-typescript');
  const source = await compile(schema, ROOT, {
    format: false,
    bannerComment: '',
    additionalProperties: false,
    unknownAny: true,
    ignoreMinAndMaxItems: true,
  });
  const start = Math.max(source.indexOf(INTERFACE), source.indexOf(ALIAS));
  if (start < 0) throw new Error('json-schema-to-typescript declared no type');
  return source.slice(start).trim();
}

/** Writes the tuples in, outer ones first: elements past `minItems` may be missing. */
async function withTuples(source: string, tuples: ReadonlyMap<string, PendingTuple>): Promise<string> {
  let written = source;
  for (const [token, tuple] of [...tuples].toReversed()) {
    const elements: string[] = [];
    for (const [index, item] of tuple.items.entries())
      elements.push(`(${await anonymous(item)})${index < tuple.required ? '' : '?'}`);
    if (tuple.rest !== undefined) elements.push(`...(${await anonymous(tuple.rest)})[]`);
    written = written.replaceAll(token, () => `[${elements.join(', ')}]`);
  }
  return written;
}

/** A type without a name. */
async function anonymous(schema: TypeSchema): Promise<string> {
  const { description: _, ...bare } = schema;
  const source = await generate(bare);
  return source.startsWith(INTERFACE) ? source.slice(INTERFACE.length) : source.slice(ALIAS.length);
}
