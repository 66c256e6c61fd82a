import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

/** A whole spec with three gaps: one with a hidden example, one without examples in need of none, one of a `rule` row. */
export const SHOP = `flowright: 1
name: shop
systems: { crm: { baseUrl: https://crm.example.com } }
models:
  Lead: { fields: { email: string, name: string, grade: string, short: string } }
logic:
  grade:
    rule: a for addresses of example.com, b for all others.
    input: { email: string }
    output: string
    examples:
      - { in: { email: ann@example.com }, out: a }
      - { in: { email: bob@mail.test }, out: b, note: another host }
      - { in: { email: cay@example.com.test }, out: b, hidden: true }
  shorten:
    rule: The first three characters of the name.
    input: { name: string }
    output: string
    examples: [{ in: { name: Annabel }, out: Ann }]
endpoints: { send: { system: crm, method: POST, path: /leads, request: Lead } }
mappings:
  toLead:
    from: { mail: string, name: string, grade: string, short: string }
    to: Lead
    rows:
      - { to: email, from: mail }
      - { to: name, from: name }
      - { to: grade, from: grade }
      - { to: short, from: short }
workflows:
  ask:
    trigger: { manual: { input: { fields: { email: string, name: string } } } }
    steps:
      - { id: grade, logic: grade, with: { email: '{input.email}' } }
      - { id: short, logic: shorten, with: { name: '{input.name}' } }
      - { id: lead, map: toLead, from: { mail: input.email, name: input.name, grade: grade, short: short } }
      - { call: send, with: { body: '{lead}' } }
`;

/** Replies as a model would write them; nobody's but this file's. */
export const GRADE = fixture(`export function grade(input: GradeInput): GradeOutput {
  return input.email.endsWith('@example.com') ? 'a' : 'b';
}`);

/** Passes what is shown, not what is hidden. */
export const GRADE_NEARLY = fixture(`export function grade(input: GradeInput): GradeOutput {
  return input.email.includes('@example.com') ? 'a' : 'b';
}`);

export const GRADE_WRONG = fixture(`export function grade(input: GradeInput): GradeOutput {
  return input.email === '' ? 'a' : 'c';
}`);

export const SHORTEN = fixture(`export function shorten(input: ShortenInput): ShortenOutput {
  return input.name.slice(0, 3);
}`);

/** Code as a reply has it. */
export function fixture(code: string): string {
  return `\`\`\`ts\n${code}\n\`\`\`\n`;
}

/** What tells in a prompt for which gap it is. */
export const ASKS = { grade: 'export function grade(', shorten: 'export function shorten(' } as const;

/** A folder of its own with this spec. */
export async function shopFolder(spec = SHOP): Promise<Awaited<ReturnType<typeof temporaryFolder>>> {
  const folder = await temporaryFolder();
  await mkdir(join(folder.path, 'specs'));
  await writeFile(join(folder.path, 'specs/shop.integration.yaml'), spec);
  return folder;
}
