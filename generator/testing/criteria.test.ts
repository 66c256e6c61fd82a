import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { spawnCli } from '../cli/testing/spawn-cli.ts';
import { copyOf } from './repository.ts';

const SLOW = 120_000;

interface Report {
  readonly passed: number;
  readonly integrations: readonly {
    readonly folder: string;
    readonly criteria: readonly { readonly id?: string; readonly state: string; readonly reason?: readonly string[] }[];
  }[];
}

/** What is broken in an example, and the criteria that must notice. */
const shopify: Readonly<Record<string, readonly [from: string | RegExp, to: string, noticed: readonly string[]]>> = {
  sound: ['', '', []],
  'no-dedupe': [/ +dedupe: .*\n/, '', ['AC3']],
  'no-filter': [/ +filter: .*\n/, '', ['AC5']],
  'no-retry': [
    /( {4}baseUrl: https:\/\/api\.hubapi\.com\n.*\n) +retry: .*\n/,
    '$1    retry: { attempts: 1 }\n',
    ['AC8', 'AC10'],
  ],
  'no-note': [/ +- \{ to: description, .*\n/, '', ['AC1']],
};

describe('the tests that criteria become', () => {
  test('pass for the examples, and notice what is broken', { timeout: SLOW }, async () => {
    const cwd = await copyOf('spec/examples', 'fixtures');
    const folder = path.join(cwd, 'spec/examples/shopify-hubspot');
    const text = await readFile(path.join(folder, 'shopify-hubspot.integration.yaml'), 'utf8');
    const names = Object.keys(shopify);
    for (const name of names) {
      const [from = '', to = ''] = shopify[name] ?? [];
      const broken = text.replace(from, to);
      expect(name === 'sound' || broken !== text, name).toBe(true);
      await writeFile(
        path.join(folder, `${name}.integration.yaml`),
        broken.replace('name: shopify-hubspot', `name: ${name}`),
      );
    }
    const built = await spawnCli(
      [
        'build',
        ...names.map((name) => path.join(folder, `${name}.integration.yaml`)),
        path.join(cwd, 'spec/examples/stripe-warehouse'),
      ],
      cwd,
    );
    expect(built, built.stderr + built.stdout).toMatchObject({ code: 0 });

    const { code, stdout } = await spawnCli(['test', '--json'], cwd);
    const report: Report = JSON.parse(stdout);
    const failed = report.integrations.map(({ folder: of, criteria }) => [
      path.basename(of),
      criteria.filter(({ state }) => state === 'failed').map(({ id }) => id),
    ]);
    expect(Object.fromEntries(failed)).toEqual({
      'stripe-warehouse': [],
      ...Object.fromEntries(names.map((name) => [name, shopify[name]?.[2]])),
    });
    expect(code).toBe(1);
    expect((await spawnCli(['test', 'out/sound'], cwd)).code).toBe(0);
  });

  test('cannot be made for a webhook that no longer asks for a signature', { timeout: SLOW }, async () => {
    const cwd = await copyOf('spec/examples', 'fixtures');
    const file = path.join(cwd, 'spec/examples/shopify-hubspot/shopify-hubspot.integration.yaml');
    await writeFile(
      file,
      (await readFile(file, 'utf8')).replace(/signature: \{ hmac.*\}/, 'signature: { none: true }'),
    );
    const { code, stdout } = await spawnCli(['check', file], cwd);
    expect(code).toBe(2);
    expect(stdout).toContain("FR2017 a webhook without a signature cannot have 'tamper: body'");
  });
});
