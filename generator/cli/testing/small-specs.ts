import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

/** A whole spec of one call. */
export const SMALL = `flowright: 1
name: small
systems: { crm: { baseUrl: https://crm.example.com } }
models: { Lead: { fields: { email: string } } }
endpoints: { send: { system: crm, method: POST, path: /leads, request: Lead } }
mappings: { toLead: { from: { mail: string }, to: Lead, rows: [{ to: email, from: mail }] } }
workflows:
  ask:
    trigger: { manual: { input: Lead } }
    steps:
      - { id: lead, map: toLead, from: { mail: input.email } }
      - { call: send, with: { body: '{lead}' } }
`;

/** The same with a gap. */
export const GAPPED = SMALL.replace(
  'endpoints:',
  'logic: { grade: { rule: How good is it?, input: { email: string }, output: string } }\nendpoints:',
)
  .replace(
    '      - { call: send',
    "      - { id: grade, logic: grade, with: { email: '{input.email}' } }\n      - { when: \"grade === 'a'\", then: [{ call: send",
  )
  .replace("'{lead}' } }\n", "'{lead}' } }] }\n");

/** A folder of its own with specs by their names. */
export async function specFolder(
  files: Readonly<Record<string, string>>,
): Promise<Awaited<ReturnType<typeof temporaryFolder>>> {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files))
    await writeFile(join(folder.path, `${name}.integration.yaml`), text);
  return folder;
}
