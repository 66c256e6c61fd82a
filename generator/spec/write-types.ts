import { writeFile } from 'node:fs/promises';
import { readSchema } from './schema-file.ts';
import { specTypes } from './spec-types.ts';

/** `npm run schema:types`: writes types.ts anew after a change of the schema. */
await writeFile(new URL('types.ts', import.meta.url), await specTypes(await readSchema()));
