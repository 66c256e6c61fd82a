/** Part of `npm run prepare`: has the built command table write down its help, for `known-help`. */
import { writeFileSync } from 'node:fs';
import { PAGE_WIDTHS, pagesFile } from './pages.ts';
import { renderPages } from './render-pages.ts';

// The pages hold colours, whoever builds; they go where nobody wants them.
delete process.env['FORCE_COLOR'];
for (const width of PAGE_WIDTHS)
  writeFileSync(new URL(pagesFile(width), import.meta.url), JSON.stringify(renderPages(width)));
