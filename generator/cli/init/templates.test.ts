import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildSpecs } from '../../pipeline/build-specs.ts';
import { checkSpecs } from '../../pipeline/check-specs.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { copyTemplate } from './copy-template.ts';
import { listTemplates } from './templates.ts';

const templates = await listTemplates();

it('has the templates that a first spec may need, each with a sentence', () => {
  expect(templates.map((template) => template.name)).toEqual(['order-fan-out', 'scheduled-sync', 'webhook-to-api']);
  for (const { description } of templates) expect(description).toMatch(/^[A-Z].{20,}\.$/);
});

describe.each(templates)('$name', (template) => {
  it('is a spec without a problem under any name', async () => {
    await using folder = await temporaryFolder();
    const [spec = ''] = await copyTemplate(template, 'my-own', 'specs/mine', folder.path);
    expect(spec).toBe(join(folder.path, 'specs/mine/my-own.integration.yaml'));
    const report = await checkSpecs([spec], { cwd: folder.path });
    expect(report.diagnostics).toEqual([]);
    expect(report.integrations.map((one) => one.loaded.spec.name)).toEqual(['my-own']);
  });

  it('speaks of no host but examples', async () => {
    const files = await readdir(template.directory, { recursive: true, withFileTypes: true });
    for (const file of files.filter((one) => one.isFile())) {
      const text = await readFile(join(file.parentPath, file.name), 'utf8');
      for (const [, host = ''] of text.matchAll(/https?:\/\/([^/\s'"]+)/g))
        expect(host).toMatch(/(^|\.)example\.com$|^json-schema\.org$/);
    }
  });
});

it('builds every template', async () => {
  await using folder = await temporaryFolder();
  for (const template of templates) await copyTemplate(template, template.name, template.name, folder.path);
  const report = await buildSpecs(['.'], { cwd: folder.path, outDir: 'out' });
  expect(report.diagnostics).toEqual([]);
  expect(report.integrations.map((one) => one.name)).toEqual(templates.map((template) => template.name));
});
