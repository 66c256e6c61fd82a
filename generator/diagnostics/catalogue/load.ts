import { loadFileCatalogue } from './load-file.ts';
import { loadSchemaCatalogue } from './load-schema.ts';
import { loadSyntaxCatalogue } from './load-syntax.ts';

/** FR1xxx: what is wrong with a file before its meaning matters. FR100x files, FR102x syntax, FR11xx the language's schema. */
export const loadCatalogue = { ...loadFileCatalogue, ...loadSyntaxCatalogue, ...loadSchemaCatalogue };
