import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { repository } from '../../testing/repository.ts';
import { loadPrompts } from './load-prompts.ts';
import { renderFill } from './render-fill.ts';
import { gradeContract } from './testing/grade-contract.ts';
import { ownPrompts } from './testing/own-prompts.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'prompts-'));
  await cp(path.join(repository, 'prompts'), folder, { recursive: true });
});
afterEach(async () => await rm(folder, { recursive: true }));

const file = (name: string): string => path.join(folder, 'fill/v1', name);

async function reasonOf(version?: string): Promise<string> {
  const loaded = await loadPrompts({ folder, version });
  expect(loaded).toMatchObject({ ok: false, diagnostic: { code: 'FR7330' } });
  return loaded.ok ? '' : (loaded.diagnostic.message.split('cannot be used: ')[1] ?? '');
}

it('knows a version by the content of its templates, whatever their line ends', async () => {
  const own = await ownPrompts();
  const text = await readFile(file('fill.hbs'), 'utf8');
  await writeFile(file('fill.hbs'), text.replaceAll('\n', '\r\n'));
  expect(await loadPrompts({ folder })).toMatchObject({ prompts: { prompt: 'fill@v1', promptHash: own.promptHash } });
  await writeFile(file('fill.hbs'), `${text}\nMore.`);
  const changed = await loadPrompts({ folder });
  expect(changed.ok && changed.prompts.promptHash).not.toBe(own.promptHash);
});

it('takes another version when it is named', async () => {
  await cp(path.join(folder, 'fill/v1'), path.join(folder, 'fill/v2'), { recursive: true });
  await writeFile(path.join(folder, 'fill/v2/fill.hbs'), 'Fill {{gap}}.');
  const loaded = await loadPrompts({ folder, version: 'v2' });
  expect(loaded.ok && renderFill(loaded.prompts, gradeContract())).toMatchObject({
    prompt: 'fill@v2',
    turns: [{ content: 'Fill grade.\n' }],
  });
});

describe('refuses, with the reason,', () => {
  it.each([
    ['a name that is not given', '{{rul}}', "fill.hbs: line 1: 'rul' is not given here"],
    ['a name of a prototype', '{{toString}}', "fill.hbs: line 1: 'toString' is not given here"],
    ['another one', '{{constructor.name}}', "fill.hbs: line 1: 'constructor.name' is not given here"],
    [
      'a name that only some gaps have a use for',
      '{{#each criteria}}\n{{id}}{{/each}}',
      "fill.hbs: line 2: 'id' is not given here",
    ],
    ['a template that is none', '{{#if rule}}', 'fill.hbs: Parse error on line 1:'],
    ['a helper', '{{lookup types "x"}}', "fill.hbs: line 1: there is no helper 'lookup'"],
    ['a partial', '{{> other}}', 'fill.hbs: line 1: only names, each, if and unless are known'],
    ['a list where a text belongs', '{{criteria}}', "fill.hbs: line 1: 'criteria' is no text"],
    ['a text where a list belongs', '{{#each rule}}{{this}}{{/each}}', "fill.hbs: line 1: 'rule' is no list"],
  ])('%s', async (_, text, reason) => {
    await writeFile(file('fill.hbs'), text);
    expect(await reasonOf()).toContain(reason);
  });

  it('what only a repair is given in the first prompt', async () => {
    await writeFile(file('fill.hbs'), '{{#each problems}}x{{/each}}');
    expect(await reasonOf()).toContain("fill.hbs: line 1: 'problems' is not given here");
  });

  it('a template that is not there', async () => {
    await rm(file('repair.hbs'));
    expect(await reasonOf()).toBe('v1/repair.hbs cannot be read');
  });

  it('a version that is not there, or is a path', async () => {
    expect(await reasonOf('v9')).toBe('v9/system.hbs cannot be read');
    expect(await reasonOf('../../etc')).toBe("'../../etc' is no version: they are called v1, v2, …");
  });

  it('versions.json that says nothing', async () => {
    await writeFile(path.join(folder, 'versions.json'), '[]');
    expect(await reasonOf()).toBe('versions.json does not say which version fills: { "fill": "v1" }');
    await writeFile(path.join(folder, 'versions.json'), '{');
    expect(await reasonOf()).toBe('versions.json is no JSON');
  });
});
