import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readDocument } from '../../generator/cli/import/read-document.ts';
import { resolveReference } from '../../generator/load/references/resolve-reference.ts';
import { openDocument } from '../../generator/openapi/document.ts';
import { importOperations } from '../../generator/openapi/import-operations.ts';
import { operationsOf } from '../../generator/openapi/operations.ts';
import { writeYaml } from '../../generator/openapi/write-yaml.ts';
import { checkSpecs } from '../../generator/pipeline/check-specs.ts';

/** One document, whole; prints a row of the table as JSON. */
const [name = ''] = process.argv.slice(2);
/** How many operations one spec gets when it is checked: real integrations have few, and a spec may have 2 MB at most. */
const PER_SPEC = Number(process.env['PER_SPEC'] ?? 50);

const started = performance.now();
const { path: file, files } = await readDocument(name, process.cwd());
const read = performance.now();
const document = openDocument(file, (one) => files.get(one), resolveReference);
const operations = operationsOf(document);
const { spec, remarks } = importOperations(document, operations, undefined);
const imported = performance.now();
const text = writeYaml({ ...spec });
const written = performance.now();

const folder = await mkdtemp(path.join(tmpdir(), 'flowright-openapi-'));
let checking = 0;
let errors = 0;
for (let from = 0; from < operations.length; from += PER_SPEC) {
  const part = importOperations(document, operations.slice(from, from + PER_SPEC), undefined);
  const at = path.join(folder, 'part.integration.yaml');
  await writeFile(at, writeYaml({ ...part.spec }));
  const before = performance.now();
  const { diagnostics } = await checkSpecs(['part.integration.yaml'], { cwd: folder });
  checking += performance.now() - before;
  const wrong = diagnostics.filter((one) => one.severity === 'error');
  errors += wrong.length;
  for (const one of wrong.slice(0, 5))
    process.stderr.write(`${one.code} ${one.message} ${JSON.stringify(one.place)}\n`);
}
await rm(folder, { recursive: true });

const mb = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
const ms = (from: number, to: number): string => `${(to - from).toFixed(0)} ms`;
process.stdout.write(
  JSON.stringify([
    path.basename(name),
    mb((await stat(name)).size),
    operations.length,
    Object.keys(spec.models ?? {}).length,
    remarks.length,
    ms(started, read),
    ms(read, imported),
    ms(imported, written),
    mb(text.length),
    `${checking.toFixed(0)} ms`,
    errors,
    (process.resourceUsage().maxRSS / 1024).toFixed(0),
  ]),
);
