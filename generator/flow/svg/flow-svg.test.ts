import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flows, hostileText } from '../testing/flows.ts';
import { flowSvg } from './flow-svg.ts';

const ELEMENTS: ReadonlySet<string> = new Set(['svg', 'title', 'desc', 'style', 'rect', 'path', 'circle', 'text', 'g']);
const TAG = /<(?:\/(?<end>\w+)|(?<start>\w+)(?<attributes>(?: [\w:-]+="[^"<>]*")*)(?<empty>\/?))>/y;

/** The elements of a file, checked to be well-formed: nothing but known tags, text without marks, and attributes in quotes. */
function elements(svg: string): readonly string[] {
  const [open, found]: [string[], string[]] = [[], []];
  const fault = (at: number): Error => new Error(`not well-formed: ${svg.slice(at, at + 80)}`);
  let at = 0;
  while (at < svg.length) {
    const next = svg.indexOf('<', at);
    if (next !== at) {
      const text = svg.slice(at, next === -1 ? undefined : next);
      if (open.at(-1) !== 'style' && !/^(?:[^&<>]|&(?:amp|lt|gt|quot|#39);)*$/.test(text)) throw fault(at);
      at += text.length;
      continue;
    }
    TAG.lastIndex = at;
    const { end, start = '', empty } = TAG.exec(svg)?.groups ?? {};
    if (TAG.lastIndex === 0) throw fault(at);
    if (end !== undefined && open.pop() !== end) throw fault(at);
    if (end === undefined) {
      if (!ELEMENTS.has(start)) throw fault(at);
      found.push(start);
      if (empty === '') open.push(start);
    }
    at = TAG.lastIndex;
  }
  expect(open).toEqual([]);
  return found;
}

test('no text of a spec is markup, whatever it is', () => {
  fc.assert(
    fc.property(flows(hostileText, 3), (flow) => {
      const found = elements(flowSvg(flow));
      expect(found.filter((name) => name === 'style')).toHaveLength(1);
      expect(found.slice(0, 3)).toEqual(['svg', 'title', 'desc']);
    }),
    { numRuns: 50 },
  );
});

test('a file needs nothing from elsewhere, and is the same each time', () => {
  fc.assert(
    fc.property(flows(fc.constantFrom('order', 'a longer text with words'), 3), (flow) => {
      const svg = flowSvg(flow);
      expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
        /https?:|href|url\(|@import|@font-face|NaN|undefined|Infinity/,
      );
      expect(flowSvg(flow)).toBe(svg);
    }),
  );
});

test('a file suits light and dark, and says in words what it shows', () => {
  const svg = flowSvg({
    id: 'go',
    title: 'Orders & <deals>',
    integration: 'Shop',
    systems: ['CRM'],
    start: { role: 'manual', label: 'By hand', title: 'input', lines: [], gaps: [] },
    steps: [
      {
        kind: 'card',
        card: {
          role: 'call',
          label: 'Call',
          title: 'createDeal',
          lines: [{ text: 'POST /deals', code: true }],
          system: 0,
          binds: 'deal',
          gaps: [],
        },
      },
    ],
  });
  expect(svg).toContain('@media(prefers-color-scheme:dark)');
  expect(svg).toContain('<title id="flowright-title">Orders &amp; &lt;deals&gt;</title>');
  expect(svg).toContain('By hand input. 1. Call createDeal, CRM, POST /deals.');
  expect(svg).toMatch(/<text class="label onsystem0"[^>]*>Call · CRM<\/text>/);
});
