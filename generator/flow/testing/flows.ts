import fc from 'fast-check';
import type { Flow, FlowCard, FlowStep } from '../../ir/flow.ts';

/** Texts that mean something to Mermaid, Markdown, HTML, XML or CSS. */
export const HOSTILE = [
  '"',
  "'",
  '`',
  '```',
  '\n```\n',
  '<script>alert(1)</script>',
  '</text>',
  '<br/>',
  '<!--',
  ']]>',
  '&amp;',
  '&#60;',
  '&lt',
  '#35;',
  '#quot;',
  '%%',
  '%%{init: {}}%%',
  '\n%% x',
  'end',
  '\nend\n',
  'subgraph',
  'click n1 href',
  '-->',
  '|no|',
  '[x](y)',
  '![x](y)',
  '**b**',
  '_i_',
  '__proto__',
  '$$x$$',
  '~~s~~',
  '{{',
  '}}',
  '(((',
  ')]',
  '])',
  '@{ shape: x }',
  ':::gap',
  'style x:y#z;',
  'classDef a:b#c;',
  '; class n1 gap',
  '1. x',
  '- x',
  '+ x',
  '* x',
  '# x',
  '> x',
  '===',
  '---',
  '\\',
  '\\"',
  '\u0000',
  '\u0007',
  '\u2028',
  '\u202e',
  '\ufeff',
  '\ud800',
  '\uffff',
  'ﬂ°°35¶ß',
  'ﬂ°quot¶ß',
  'www.example.com',
  'https://example.com',
  'a@example.com',
  '日本語',
  '👩‍👩‍👧',
  'é',
  '    x',
  '\t',
  'x'.repeat(300),
  'url(https://example.com)',
  '}</style>',
] as const;

export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 6 })
  .map((parts) => parts.join(''));

/** Workflows of every form: deep, wide, with empty sides, with texts of any kind. */
export function flows(text: fc.Arbitrary<string>, most = 4): fc.Arbitrary<Flow> {
  const card = (role: fc.Arbitrary<FlowCard['role']>): fc.Arbitrary<FlowCard> =>
    fc.record(
      {
        role,
        label: text,
        title: text,
        lines: fc.array(fc.record({ text, code: fc.boolean() }), { maxLength: 3 }),
        system: fc.nat(11),
        binds: text,
        gaps: fc.array(text, { maxLength: 1 }),
        note: text,
      },
      { requiredKeys: ['role', 'label', 'title', 'lines', 'gaps'] },
    );
  const plain = card(fc.constantFrom('call', 'map', 'gap', 'set', 'checkpoint', 'respond'));
  const { steps } = fc.letrec<{ steps: readonly FlowStep[]; step: FlowStep }>((tie) => ({
    steps: fc.array(tie('step'), { maxLength: most, depthIdentifier: 'flow' }),
    step: fc.oneof(
      { depthIdentifier: 'flow', maxDepth: 5 },
      fc.record({ kind: fc.constant('card' as const), card: plain }),
      fc.record(
        {
          kind: fc.constant('guard' as const),
          card: card(fc.constant('guard')),
          failsIf: fc.constantFrom('yes', 'no'),
          code: text,
          message: text,
        },
        { requiredKeys: ['kind', 'card', 'failsIf', 'code'] },
      ),
      fc.record({
        kind: fc.constant('branch' as const),
        card: card(fc.constant('branch')),
        yes: tie('steps'),
        no: tie('steps'),
      }),
      fc.record({
        kind: fc.constant('loop' as const),
        card: card(fc.constantFrom('items', 'pages')),
        steps: tie('steps'),
      }),
      fc.record({
        kind: fc.constant('group' as const),
        card: card(fc.constant('set')),
        steps: tie('steps'),
        result: plain,
      }),
    ),
  }));
  return fc.record({
    id: fc.constant('flow'),
    title: text,
    integration: text,
    systems: fc.array(text, { maxLength: 12 }),
    start: card(fc.constantFrom('webhook', 'schedule', 'manual')),
    steps,
  });
}
