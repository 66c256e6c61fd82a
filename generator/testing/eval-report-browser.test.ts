import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { htmlReport } from '../eval/report/html/html.ts';
import { hostile, sample } from '../eval/testing/sample.ts';

/** No browser comes with the project: the one of the system is used, or the one that CHROMIUM names. */
const executable = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((file) => file !== '' && existsSync(file));
if (executable === undefined)
  console.warn('No Chromium is installed: the report is not looked at in a browser. CHROMIUM=path names one.');

const LOOKS = [1280, 1000, 800, 390].flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
);

describe.skipIf(executable === undefined)('the report in a browser', () => {
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (executable !== undefined)
      browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(async () => browser?.close());

  async function open(
    html: string,
    look: { readonly width: number; readonly scheme: 'light' | 'dark' },
  ): Promise<{ readonly page: Page; readonly asked: readonly string[] }> {
    if (browser === undefined) throw new Error('the browser did not start');
    // The page forbids itself every script; axe has to run nonetheless.
    const context = await browser.newContext({
      viewport: { width: look.width, height: 900 },
      colorScheme: look.scheme,
      bypassCSP: true,
    });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.setContent(html);
    return { page, asked };
  }

  test.each(LOOKS)(
    'axe finds nothing, nothing is cut off, and nothing is fetched: $width wide, $scheme',
    async (look) => {
      const { page, asked } = await open(await htmlReport(sample()), look);
      await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
      const found: unknown = await page.evaluate(
        `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
        .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html).join(' ')))`,
      );
      expect(found).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      expect(asked).toEqual([]);
      await page.context().close();
    },
  );

  test('everything that can be folded or scrolled is reached with the keyboard, and is seen to have the focus', async () => {
    const { page } = await open(await htmlReport(sample()), { width: 1280, scheme: 'light' });
    const reached = new Set<unknown>();
    for (let press = 0; press < 40; press += 1) {
      await page.keyboard.press('Tab');
      reached.add(await page.evaluate('document.activeElement.tagName'));
      expect(
        await page.evaluate(
          `document.activeElement === document.body || getComputedStyle(document.activeElement).outlineStyle !== 'none'`,
        ),
      ).toBe(true);
    }
    expect([...reached]).toEqual(expect.arrayContaining(['A', 'SUMMARY', 'PRE']));
    await page.context().close();
  });

  test('hostile texts run nothing and do not widen the page', async () => {
    const { page, asked } = await open(await htmlReport(hostile()), { width: 390, scheme: 'light' });
    expect(await page.evaluate(`document.querySelectorAll('script, img').length`)).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(asked).toEqual([]);
    await page.context().close();
  });
});
