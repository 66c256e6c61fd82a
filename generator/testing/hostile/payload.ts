/** A text that tries to leave the place that it is put in. */
export interface Payload {
  readonly text: string;
  /** What it could pass for: a name, one that every object has, digits that an object sorts before its other keys, nothing at all, or none of these. */
  readonly kind: 'text' | 'name' | 'inherited' | 'digits' | 'blank';
}

const LONG = 20_000;

const TEXTS: readonly string[] = [
  `'; throw new Error('injected'); //`,
  `"); throw new Error("injected"); ("`,
  '`; throw new Error(`injected`); `',
  "${(() => { throw new Error('injected'); })()}",
  '{{process.exit(1)}} ${{process.exit(1)}}',
  '\\${process.exit(1)}\\',
  String.raw`\'\"` + '\\`\\',
  "*/ throw new Error('injected'); /*",
  '*\\/ */ /** // #!',
  "\n throw new Error('injected');\n",
  "\r throw new Error('injected');",
  '\r\nINJECTED=1\r\n\r\n# heading\n- item\n| cell |',
  "\u2028 throw new Error('injected');",
  "\u2029 throw new Error('injected');",
  '\u0085\u0000\u0007\u001B[31m\u009B31m\u007F',
  '\u202E reversed \u202C \u2066 isolated \u2069 \u200B\uFEFF',
  'lone \uD800',
  '\uDC00 lone',
  '</script><script>alert(1)</script>',
  '<!-- --> ]]> <?xml?> &lt;img src=x onerror=alert(1)&gt;',
  '<svg onload="alert(1)"><a href="javascript:alert(1)">',
  '\n```\n<script>alert(1)</script>\n```mermaid\n',
  '"] --> x["injected"]\n  click n1 "javascript:alert(1)" %%{init: {}}%%',
  '[x](javascript:alert(1)) ![x](y) | a | b',
  '</details>\n\n# heading\n===\n---',
  '@ts-nocheck',
  '// @ts-ignore /* eslint-disable */ // oxlint-disable-next-line',
  '~',
  '$&$1$`$$',
  '../../../../injected',
  '..\\..\\injected',
  '/etc/passwd',
  'C:\\windows\\injected',
  'file:///etc/passwd',
  '#{x} %s %n {0} {{{x}}}',
  '"INJECTED=1" #',
  '["odd key"][0][]',
  'ａｂｃ о \u{1F469}\u200D\u{1F467}',
  'import.meta.url;',
  '1e3',
  `${'x'.repeat(LONG)}'"\``,
];

const NAMES: readonly string[] = [
  'prototype',
  'class',
  'await',
  'arguments',
  'undefined',
  'NaN',
  'Object',
  'Map',
  'then',
  'length',
  'caller',
  'default',
  'x'.repeat(58),
];

const INHERITED: readonly string[] = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty'];

const BLANK: readonly string[] = [' ', ' \n\t\r\n'];

const DIGITS: readonly string[] = ['0', '42'];

function payloads(kind: Payload['kind'], texts: readonly string[]): readonly Payload[] {
  return texts.map((text) => ({ text, kind }));
}

/** Much of it at once, for places that take any text. */
export const COMBINED: readonly Payload[] = payloads('text', [
  `*/'"\`;\${x}\\\n// {{y}} </script><!-- --> ]]> @ts-nocheck \r\u2028\u2029\u202E\u0000\uD800 ../ \`\`\` | [a](javascript:b)`,
  `\n\`\`\`\n*/ throw new Error('injected'); /*\u2029# "];\r\n<svg onload="x">$&\\`,
]);

/** Everything that is put into every place. */
export const PAYLOADS: readonly Payload[] = [
  ...payloads('text', TEXTS),
  ...payloads('name', NAMES),
  ...payloads('inherited', INHERITED),
  ...payloads('digits', DIGITS),
  ...payloads('blank', BLANK),
];

/** The names alone, for what is renamed wherever it occurs. */
export const NAME_PAYLOADS: readonly Payload[] = [...payloads('name', NAMES), ...payloads('inherited', INHERITED)];
