import { describe, expect, test } from 'vitest';
import { runCode } from '../testing/run-code.ts';
import * as s from './index.ts';

describe('a source file', () => {
  test('is written from declarations and statements, with its imports', () => {
    const imports = new s.Imports('src/mappings/order-to-deal.ts', ['round']);
    const order = imports.useType({ name: 'Order', file: 'src/models/order.ts' });
    const round = imports.useRuntime('round');
    const body = [
      s.withComment(
        s.constant('total', s.call(round, [s.property(s.identifier('order'), 'total'), s.literal(2)])),
        'Rounded */ to cents',
      ),
      s.spaced(s.returnValue(s.identifier('total'))),
    ];
    const { text } = s.sourceFile({
      path: 'src/mappings/order-to-deal.ts',
      imports,
      header: 'Made from a spec.',
      content: [
        s.constDeclaration({ name: 'round', value: s.literal([1, -2]), exported: false }),
        s.functionDeclaration({
          name: 'orderToDeal',
          doc: 'Order to */ deal.',
          parameters: [{ name: 'order', type: s.referenceType(order) }],
          returns: s.keywordType('number'),
          body,
        }),
        s.interfaceDeclaration({
          name: 'Thing',
          fields: [{ name: 'odd key', type: s.keywordType('string'), optional: true, readonly: true, doc: 'Odd.' }],
        }),
        s.typeDeclaration({ name: 'Id', type: s.unionType([s.literalType('a'), s.literalType(-1)]) }),
        s.perform(s.call(s.identifier('start'))),
        { generatedText: 'export type Raw = string;' },
      ],
    });
    expect(text).toMatchInlineSnapshot(`
      "// Made from a spec.
      import { round as round2 } from '@flowright/runtime';
      import type { Order } from '../models/order.ts';

      const round = [1, -2];

      /** Order to *\\/ deal. */
      export function orderToDeal(order: Order): number {
          // Rounded *\\/ to cents
          const total = round2(order.total, 2);

          return total;
      }

      export interface Thing {
          /** Odd. */
          readonly 'odd key'?: string;
      }

      export type Id = 'a' | -1;

      start();

      export type Raw = string;
      "
    `);
  });

  test('has the same text however often it is written', () => {
    const write = () =>
      s.sourceFile({ path: 'a.ts', content: [s.constDeclaration({ name: 'a', value: s.literal(1) })] }).text;
    expect(write()).toBe(write());
  });

  test('is not thrown off by a text that looks like an open string or comment', () => {
    const names = ['\\', '/*', '//', "'", '`', '${', "\\'"];
    const content = names.map((text, at) =>
      s.constDeclaration({
        name: `a${String(at)}`,
        doc: text,
        value: s.array([s.literal(text), s.template([text, s.literal(1)])]),
      }),
    );
    const exports = runCode(s.sourceFile({ path: 'a.ts', content }).text);
    expect(names.map((_, at) => exports[`a${String(at)}`])).toEqual(names.map((text) => [text, `${text}1`]));
  });
});

test('an import that nothing uses is left out', () => {
  const imports = new s.Imports('src/a.ts');
  const used = imports.useRuntime('round');
  imports.useRuntime('toNumber');
  imports.useFrom('@flowright/runtime/validate', 'inside');
  const { text } = s.sourceFile({
    path: 'src/a.ts',
    imports,
    content: [s.constDeclaration({ name: 'a', value: used })],
  });
  expect(text).toBe("import { round } from '@flowright/runtime';\n\nexport const a = round;\n");
});
