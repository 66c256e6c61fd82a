import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { runInProcess } from '../testing/run-in-process.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const EXAMPLES = fileURLToPath(new URL('../../../spec/examples', import.meta.url));
/** Two of the examples, each with one workflow. */
const TWO = '{shopify-hubspot,stripe-warehouse}/*.integration.yaml';
const flow = (...argv: readonly string[]): ReturnType<typeof runInProcess> => runInProcess(['flow', ...argv], EXAMPLES);

it('draws a workflow as Mermaid, and nothing else', async () => {
  const { code, stdout, stderr } = await flow('stripe-warehouse');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^flowchart TD\n.*Call, Warehouse<br\/>appendRows.*\n$/s);
  expect(await flow(TWO, '--workflow', 'syncInvoices')).toMatchObject({ code: 0, stdout });
});

it('draws a workflow or a mapping as SVG', async () => {
  const workflow = await flow('shopify-hubspot', '--format', 'svg');
  expect(workflow.stdout).toMatch(/^<svg xmlns[^>]*>\n<title[^>]*>A paid order becomes a deal<\/title>.*<\/svg>\n$/s);
  const mapping = await flow('shopify-hubspot', '--mapping', 'orderToDeal');
  expect(mapping.stdout).toMatch(/^<svg .*hs_priority.*<\/svg>\n$/s);
});

it('writes a file, or one for each workflow into a folder', async () => {
  await using folder = await temporaryFolder();
  expect(await flow(TWO, '--format', 'svg', '-o', folder.path)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('2 pictures written\n'),
  });
  expect((await readdir(folder.path)).toSorted()).toEqual([
    'shopify-hubspot.orderPaid.svg',
    'stripe-warehouse.syncInvoices.svg',
  ]);
  const file = join(folder.path, 'sub/sync.svg');
  const { stdout } = await flow('stripe-warehouse', '-o', file, '--json');
  expect(JSON.parse(stdout)).toEqual({
    version: 1,
    pictures: [
      {
        integration: 'stripe-warehouse',
        workflow: 'syncInvoices',
        format: 'svg',
        file: expect.stringContaining('sync.svg'),
      },
    ],
  });
  expect(await readFile(file, 'utf8')).toBe(
    await readFile(join(folder.path, 'stripe-warehouse.syncInvoices.svg'), 'utf8'),
  );
});

it.each([
  ['order-paid', ['--format', 'svg']],
  ['order-to-deal', ['--mapping', 'orderToDeal']],
])('the picture %s of the documentation is up to date', async (name, argv) => {
  const picture = await readFile(new URL(`../../../docs/pictures/${name}.svg`, import.meta.url), 'utf8');
  expect((await flow('shopify-hubspot', ...argv)).stdout).toBe(picture);
});

it.each([
  [[TWO, '--workflow', 'orderPayed'], "there is no workflow 'orderPayed'", "did you mean 'orderPaid'?"],
  [[TWO, '--workflow', 'x'], "there is no workflow 'x'", 'the workflows are orderPaid and syncInvoices'],
  [[TWO, '--mapping', 'orderToDeals'], "there is no mapping 'orderToDeals'", "did you mean 'orderToDeal'?"],
  [
    [TWO],
    `'${TWO}' holds 2 workflows, and one picture is wanted`,
    'name one with --workflow: orderPaid or syncInvoices; or give a folder for all of them with --out',
  ],
  [
    [TWO, '--mapping', 'orderToDeal', '--format', 'mermaid'],
    'a mapping cannot be drawn as Mermaid',
    'write --format svg, or leave --format out',
  ],
  [
    [TWO, '-o', 'x.svg', '--format', 'mermaid'],
    "'x.svg' is no name for a picture in mermaid",
    'leave --format out, or write --format svg',
  ],
])('%j is a coded mistake', async (argv, message, fix) => {
  const { code, stdout } = await flow(...argv, '--json');
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ errors: 1, diagnostics: [{ code: 'FR6001', message, fix }] });
});

it('shows what is wrong with a spec that cannot be drawn', async () => {
  expect(await flow('nowhere.yaml')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^FR1001 no file 'nowhere.yaml'/),
  });
});
