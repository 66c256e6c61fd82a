import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { readFile } from 'node:fs/promises';
import { buildSpec } from '../build/build-spec.ts';
import { loadFunction } from '../build/load-function.ts';
import { EXAMPLES, repository } from '../build/repository.ts';
import { inTemporaryFolder } from '../build/temporary-folder.ts';
import { throughputRatio, type Small } from '../measure/throughput-ratio.ts';
import type { Reading } from '../reading.ts';

const SCHEMA = 'spec/examples/shopify-hubspot/models/shopify-order.schema.json';
const PAYLOAD = 'fixtures/shopify/order-paid.json';
/** The whole value, as generated checks are told where they stand. */
const ROOT = { parent: null, key: '' };

/** The check of the Shopify order that the example is built with, beside what ajv compiles from the same schema; both report every issue. */
export async function validatorsSuite(): Promise<readonly Reading[]> {
  return await inTemporaryFolder(async (folder) => {
    const output = await buildSpec(EXAMPLES[0], folder);
    const check = await loadFunction(path.join(output, 'src', 'models', 'order.ts'), 'checkOrder');
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    formats.default(ajv);
    const compiled = ajv.compile(JSON.parse(await readJson(SCHEMA)));
    const ours: Small = (value) => check(value, ROOT, []) === true;
    const theirs: Small = (value) => compiled(value);
    const valid: Readonly<Record<string, unknown>> = JSON.parse(await readJson(PAYLOAD));
    const invalid = { ...valid, total_price: 'free', name: 7 };
    if (ours(valid) !== true || theirs(valid) !== true || ours(invalid) !== false || theirs(invalid) !== false)
      throw new Error('the two do not agree');
    return [
      {
        name: 'validators-valid',
        what: 'generated ÷ ajv, a payload that fits',
        rounds: await throughputRatio(ours, theirs, [valid]),
      },
      {
        name: 'validators-invalid',
        what: 'generated ÷ ajv, one with two issues',
        rounds: await throughputRatio(ours, theirs, [invalid]),
      },
    ];
  });
}

async function readJson(file: string): Promise<string> {
  return await readFile(path.join(repository, file), 'utf8');
}
