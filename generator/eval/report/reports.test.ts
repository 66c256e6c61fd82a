import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { stripVTControlCharacters, styleText } from 'node:util';
import stringWidth from 'string-width';
import { gate } from '../gate/gate.ts';
import { cases, makeRun } from '../testing/make-run.ts';
import { HOSTILE, hostile, sample } from '../testing/sample.ts';
import { htmlReport } from './html/html.ts';
import { COMMENT_LIMIT, markdownReport } from './markdown.ts';
import { junitReport } from './junit.ts';
import { sarifReport } from './sarif.ts';
import { terminalReport } from './terminal.ts';

const CONTROLS = /\p{Cc}|\u202E/u;
const plain = (_style: unknown, text: string): string => text;
const colour = (style: Parameters<typeof styleText>[0], text: string): string =>
  styleText(style, text, { validateStream: false });

test('the terminal shows each case, the figures, and why the gate is red', () => {
  const text = terminalReport(sample(), plain, 120);
  expect(text).toContain('failed        0/5 (was 5/5)  shop/orderPaid#AC1\n');
  expect(text).toContain('not verified  4/5 (was 5/5)  shop/totals\n    the model was overloaded (529)\n');
  expect(text).toContain(
    'unstable      3/5 (was 4/5)  shop/greeting#C1  (no must)\n    #visible 3/5: names the price\n',
  );
  expect(text).toMatch(/^pass@1 +80\.0 % \(.* over 4 gaps$/m);
  expect(text).toMatch(/^workflows +0 of 2 criteria passed in every repeat$/m);
  expect(text).toContain('  A paid order creates the contact once, however often it is delivered.\n');
  expect(text).toContain('2 of 4 criteria are not verified: nothing checks 1 of them, 1 could not be measured\n');
  expect(text.endsWith('gate failed: not everything could be measured (exit code 3)\n')).toBe(true);
});

test('of many cases the terminal lists those that did not pass, and counts the others', () => {
  const run = makeRun(cases([...Array.from({ length: 99 }, () => 5), 0]));
  const text = terminalReport({ run, verdict: gate(run, { compare: false }) }, plain);
  expect(text).toContain('failed        0/5  shop/gap99\n');
  expect(text).toContain('passed        99 other cases\n');
  expect(text).not.toContain('shop/gap98');
});

test('without colours there is no escape sequence, with them the words are the same', () => {
  const text = terminalReport(sample(), plain, 100);
  expect(text).not.toContain('\u001B');
  expect(stripVTControlCharacters(terminalReport(sample(), colour, 100))).toBe(text);
  expect(terminalReport(hostile(), plain, 100).replaceAll('\n', '')).not.toMatch(CONTROLS);
});

test.each([40, 60, 120])('no line of the terminal is wider than %i columns', (width) => {
  for (const line of terminalReport(hostile(), plain, width).split('\n'))
    expect(stringWidth(line), line).toBeLessThanOrEqual(width);
});

test('JUnit names the criterion and the reason; what was not measured is an error, what nothing checks is skipped', () => {
  const parsed: unknown = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(
    junitReport(sample()),
  );
  expect(parsed).toMatchObject({
    testsuites: {
      tests: '8',
      failures: '1',
      errors: '1',
      testsuite: expect.arrayContaining([expect.objectContaining({ name: 'not verified', skipped: '1' })]) as unknown,
    },
  });
  // An attribute that JUnit's schemas do not have there.
  expect(parsed).not.toHaveProperty('testsuites.skipped');
  const text = junitReport(sample());
  expect(text).toContain(
    '<failure type="must-lost" message="A paid order creates the contact once, however often it is delivered. — passed 5 of 5 times',
  );
  expect(text).toContain('got 2</failure>');
  expect(text).toContain('<error type="provider-error"');
  expect(text).toContain('<skipped message="nothing checks it"/>');
});

test('JUnit is XML whatever the texts are', () => {
  expect(XMLValidator.validate(junitReport(hostile()))).toBe(true);
  const given = sample();
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const xml = junitReport(hostile(text, given));
      expect(XMLValidator.validate(xml)).toBe(true);
      expect(xml.replaceAll('\n', '')).not.toMatch(/(?=\p{Cc})[^\u007F-\u009F]|[\uFFFE\uFFFF]/u);
      expect(xml.isWellFormed()).toBe(true);
    }),
    { numRuns: 15 },
  );
});

test('Markdown says first why the gate is red, and shows hostile text as it was written', () => {
  const text = markdownReport(sample());
  expect(text.startsWith('## ❌ Evals failed: not everything could be measured\n')).toBe(true);
  expect(text).toContain('- **1 must-lost** · `shop/orderPaid#AC1#visible` · *A paid order creates the contact once');
  expect(text).toContain('### Cases: 2 passed, 2 unstable, 1 failed, 1 not verified');
  const bad = markdownReport(hostile()).replaceAll(/(`+) .*? \1|`[^`]*`/g, '');
  expect(bad).not.toMatch(/(?<!\\)<(?!br>|code>|\/code>)/);
  expect(bad).not.toMatch(/(?<!\\)!?(?<!\\)\[x/);
  expect(bad.replaceAll('\n', '')).not.toMatch(CONTROLS);
  expect(bad).not.toContain('@somebody');
});

test('Markdown keeps to its limit, leaves passed cases out first, and says so', () => {
  const run = makeRun([
    ...cases(Array.from({ length: 3000 }, () => 5)),
    { id: 'shop/broken', passed: [false, false, false, false, false] },
  ]);
  const input = { run, verdict: gate(run, { compare: false }) };
  const text = markdownReport(input);
  expect(text.length).toBeLessThanOrEqual(COMMENT_LIMIT);
  expect(text).toContain('`shop/broken`');
  expect(text).toMatch(/… and \d+ more; the HTML report has them all/);
  expect(markdownReport(input, 2000).length).toBeLessThanOrEqual(2000);
});

test('Markdown mentions nobody and no issue', () => {
  const run = makeRun([{ id: 'shop/name', passed: [false], reason: 'ask @somebody of #12, &#64;' }]);
  const text = markdownReport({ run, verdict: gate(run, { compare: false }) });
  expect(text).toContain(String.raw`ask @&#8203;somebody of #&#8203;12, \&#64;`);
  expect(text).toMatch(/^fill@&#8203;v1 ·/m);
});

test('two blanks are two, where they are what is wrong', async () => {
  const run = makeRun([{ id: 'shop/name', passed: [false], reason: 'got "van  der\n   Berg"' }]);
  const input = { run, verdict: gate(run, { compare: false }) };
  expect(markdownReport(input)).toContain('got "van &nbsp;der Berg"');
  expect(await htmlReport(input)).toMatch(/<p class="exact">[^<]*van {2}der/);
});

test('SARIF says each error of a spec once', () => {
  const given = sample();
  const diagnostics = given.run.diagnostics.map((one) => ({ ...one, severity: 'error' as const }));
  const run = { ...given.run, diagnostics, errors: [{ kind: 'spec' as const, message: 'two specs have one name' }] };
  const log = sarifReport({ run, verdict: gate(run, { compare: false }) });
  expect(log.match(/the model Refund is not used/g)).toHaveLength(1);
  expect(log).toContain('two specs have one name');
});

test('SARIF has diagnostics and failed criteria at their places', () => {
  const log: unknown = JSON.parse(sarifReport(sample()));
  const at = (startLine: number): unknown => [
    {
      physicalLocation: {
        artifactLocation: { uri: 'spec/shop/shop.integration.yaml', uriBaseId: '%SRCROOT%' },
        region: { startLine },
      },
    },
  ];
  expect(log).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        invocations: [{ executionSuccessful: false, exitCode: 3 }],
        results: expect.arrayContaining([
          expect.objectContaining({ ruleId: 'FR2006', level: 'warning' }),
          expect.objectContaining({ ruleId: 'must-lost', level: 'error', locations: at(88) }),
        ]) as unknown,
      },
    ],
  });
  expect(() => sarifReport(hostile())).not.toThrow();
});

test('the hostile text is hostile', () => {
  expect(HOSTILE).toMatch(/<script>.*\p{Cc}.*\u202E/su);
});
