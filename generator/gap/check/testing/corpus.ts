import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { GapContract } from '../../contract/contract.ts';
import { contractOf } from './contract.ts';

/** A body of `fixtures/gaps`, with the contract that its first lines state. */
export interface CorpusBody {
  /** `escapes/constructor-of-a-text`. */
  readonly name: string;
  readonly code: string;
  readonly contract: GapContract;
  /** What has to stop a hostile one; the rules and types, where nothing is said. */
  readonly caught: 'check' | 'trial';
  /** An input with which to run it. */
  readonly input: unknown;
}

/**
 * The bodies of a folder of `fixtures/gaps`. Their first lines are comments: `// in: TYPE`, `// out: TYPE`, and where they are
 * needed `// types: DECLARATIONS`, `// caught by: trial` and `// input: JSON`.
 */
export function corpus(folder: 'benign' | 'hostile'): CorpusBody[] {
  const root = fileURLToPath(new URL(`../../../../fixtures/gaps/${folder}/`, import.meta.url));
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .toSorted()
    .map((file) => readBody(file.replaceAll('\\', '/').slice(0, -3), readFileSync(`${root}${file}`, 'utf8')));
}

function readBody(name: string, text: string): CorpusBody {
  const stated = new Map<string, string>();
  let code = text;
  for (;;) {
    const found = /^\/\/ (in|out|types|caught by|input): (.*)\n/.exec(code);
    if (found === null) break;
    stated.set(found[1] ?? '', found[2] ?? '');
    code = code.slice(found[0].length);
  }
  const types = [
    stated.get('types') ?? '',
    `export type FillInput = ${stated.get('in') ?? 'string'};`,
    `export type FillOutput = ${stated.get('out') ?? 'string'};`,
  ];
  const input = stated.get('input');
  return {
    name,
    code,
    contract: contractOf('fill', `${types.join('\n').trim()}\n`),
    caught: stated.get('caught by') === 'trial' ? 'trial' : 'check',
    input: input === undefined ? undefined : JSON.parse(input),
  };
}
