import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { repository } from '../repository.ts';
import { positionsIn, type Position } from './position.ts';

/** One of the examples, with what it consists of. */
export interface Example {
  /** Paths of its files, relative to the folder of the spec; the spec is the first. */
  readonly names: readonly string[];
  /** What they hold. */
  readonly files: readonly unknown[];
  readonly positions: readonly Position[];
}

/** Where the files of an example stand in the repository, and what else of it they refer to. */
const EXAMPLES = {
  'github-slack': ['github-slack.integration.yaml'],
  'shipment-tracking': ['shipment-tracking.integration.json'],
  'shopify-hubspot': ['shopify-hubspot.integration.yaml', 'models/shopify-order.schema.json'],
  'stripe-warehouse': ['stripe-warehouse.integration.yaml'],
} as const;

export type ExampleName = keyof typeof EXAMPLES;

export const EXAMPLE_NAMES: readonly ExampleName[] = [
  'github-slack',
  'shipment-tracking',
  'shopify-hubspot',
  'stripe-warehouse',
];

export async function readExample(name: ExampleName): Promise<Example> {
  const { parse } = await import('yaml');
  const names = EXAMPLES[name];
  const files = await Promise.all(
    names.map(async (file): Promise<unknown> =>
      parse(await readFile(path.join(repository, 'spec/examples', name, file), 'utf8')),
    ),
  );
  return { names, files, positions: files.flatMap((data, file) => positionsIn(data, file)) };
}

/** Folders of fixtures/ that the examples refer to. */
const FIXTURES = ['github', 'shipments', 'shopify', 'stripe'];

/** A list of hundreds that takes long to print, and of which each item looks like the others. */
const LONG_LIST = 'stripe/invoices.json';

/** Copies what examples refer to outside their folders to where a spec in `folder`/<any>/<any>/<any>/ finds it. */
export async function copyFixtures(folder: string): Promise<void> {
  const [from, to] = [path.join(repository, 'fixtures'), path.join(folder, 'fixtures')];
  for (const part of FIXTURES) await cp(path.join(from, part), path.join(to, part), { recursive: true });
  const list: unknown = JSON.parse(await readFile(path.join(from, LONG_LIST), 'utf8'));
  await writeFile(path.join(to, LONG_LIST), JSON.stringify(Array.isArray(list) ? list.slice(0, 3) : list));
}
