import { PassThrough } from 'node:stream';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';
import { GAPPED, SMALL, specFolder } from '../testing/small-specs.ts';

it('builds again when a spec or a file of one changes, until it is interrupted', { timeout: 60_000 }, async () => {
  const spec = SMALL.replace(
    'models: { Lead: { fields: { email: string } } }',
    'models: { Lead: { $ref: ./lead.json } }',
  );
  const lead = '{ "type": "object", "properties": { "email": { "type": "string" } }, "required": ["email"] }\n';
  await using folder = await specFolder({ small: spec });
  const write = async (file: string, text: string): Promise<void> => await writeFile(join(folder.path, file), text);
  await write('lead.json', lead);
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  let interrupt: () => void = () => undefined;
  const onInterrupt = (listener: () => void) => {
    interrupt = listener;
    return () => undefined;
  };
  let text = '';
  stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const told = async (pattern: RegExp): Promise<void> => {
    await expect.poll(() => text, { timeout: 20_000, interval: 20 }).toMatch(pattern);
    text = '';
  };
  const ended = runCli(['build', '--watch'], { stdout, stderr, env: {}, cwd: folder.path, onInterrupt });

  await told(/^[\d:.]+ small: \d+ files written \(.* ?m?s\)\n$/);
  await write('lead.json', lead.replace('string" }', 'string" }, "phone": { "type": "string" }'));
  await told(/^[\d:.]+ small: \d+ files written /);
  await write('small.integration.yaml', spec.replace('call: send', 'call: sned'));
  await told(/FR2001[^]*\n[\d:.]+ 1 spec not built \(/);
  await write('small.integration.yaml', spec);
  await told(/^[\d:.]+ nothing changed \(/);
  await write('more.integration.yaml', SMALL.replace('name: small', 'name: more'));
  await told(/^[\d:.]+ more: \d+ files written /);
  await write('more.integration.yaml', GAPPED.replace('name: small', 'name: more'));
  await told(/more: \d+ files written /);
  await mkdir(join(folder.path, 'gaps/more'), { recursive: true });
  await write('gaps/more/grade.ts', 'not accepted\n');
  await told(/nothing changed|files? written/);
  await write('gaps/more/grade.lock.json', '{');
  await told(/FR7003/);
  interrupt();
  expect(await ended).toBe(130);
});
