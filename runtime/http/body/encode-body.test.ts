import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeBody } from './encode-body.ts';
import { graphqlAnswer } from './graphql-answer.ts';
import { fromXml, toXml } from './xml.ts';

test('a form has its members in order, blanks as +, and leaves out what is missing', async () => {
  const body = { FriendlyName: 'A & B', 'Timers.Inactive': 'PT5M', Empty: '', Missing: undefined, Null: null };
  expect(await encodeBody('form', body)).toEqual({
    content: 'FriendlyName=A+%26+B&Timers.Inactive=PT5M&Empty=',
    contentType: 'application/x-www-form-urlencoded',
  });
  const nested = { expand: ['a', 'b'], items: [{ price: 'p1' }], metadata: { order: 7, paid: true } };
  expect((await encodeBody('form', nested)).content).toBe(
    'expand=a&expand=b&items%5B0%5D%5Bprice%5D=p1&metadata%5Border%5D=7&metadata%5Bpaid%5D=true',
  );
  const lists = async (formLists: 'brackets' | 'indices') =>
    (await encodeBody('form', { a: [1, 2] }, { formLists })).content;
  expect(await lists('brackets')).toBe('a%5B%5D=1&a%5B%5D=2');
  expect(await lists('indices')).toBe('a%5B0%5D=1&a%5B1%5D=2');
  expect(() => encodeBody('form', ['a'])).toThrow('is no object');
});

test('multipart: fields and files arrive as they were given, whatever their names and bytes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.uint8Array(),
      async (field, fileName, bytes) => {
        const file = { name: fileName, type: 'application/x-thing', base64: Buffer.from(bytes).toString('base64') };
        const { content, contentType } = await encodeBody('multipart', { [field]: 'text', also: [file, file] });
        const form = await new Response(new Uint8Array(Buffer.from(content)), {
          headers: { 'content-type': contentType },
        }).formData();
        const [one, two, ...others] = form.getAll('also');
        expect(others).toEqual(field === 'also' ? [expect.anything()] : []);
        for (const sent of [one, two].filter((part) => part instanceof File))
          expect(new Uint8Array(await sent.arrayBuffer())).toEqual(new Uint8Array(bytes));
      },
    ),
    { examples: [['a"b', 'x\r\ny"; evil="1', new Uint8Array([13, 10, 45, 45])]], numRuns: 50 },
  );
});

test('binary: text goes as UTF-8, base64 is decoded, and anything else is refused', async () => {
  expect((await encodeBody('binary', { text: 'Grüße' })).content).toEqual(Buffer.from('Grüße'));
  expect((await encodeBody('binary', { base64: 'AP8', text: null })).content).toEqual(Buffer.from([0, 255]));
  expect(() => encodeBody('binary', { base64: 'not base64!' })).toThrow('is not valid base64');
  expect(() => encodeBody('binary', {})).toThrow('neither text nor base64');
  expect(() => encodeBody('binary', { base64: '', text: '' })).toThrow('both text and base64');
});

test('a GraphQL body has the document and the variables that are given', async () => {
  const { content } = await encodeBody('graphql', { first: 50, after: undefined }, { document: 'query { a }' });
  expect(content).toBe('{"query":"query { a }","variables":{"first":50}}');
});

test('a GraphQL answer is its data, or the first of its errors', () => {
  expect(graphqlAnswer({ data: { a: 1 } })).toEqual({ data: { a: 1 } });
  expect(graphqlAnswer({ data: null, errors: [] })).toEqual({ data: null });
  expect(graphqlAnswer([])).toBeUndefined();
  expect(graphqlAnswer({ data: { a: null }, errors: [{ message: 'no' }, { message: 'more' }] })?.errors).toBe('no');
  expect(graphqlAnswer({ errors: [{}] })?.errors).toBe('the GraphQL server reported an error');
});

test('XML: what is written is read back; nothing of it is code or entity', async () => {
  const order = {
    order: { '@id': '7', line: ['a', 'b <c> & "d"'], note: { '@lang': 'de', '#text': 'Grüße' }, gone: null },
  };
  const text = await toXml(order);
  expect(text).toBe(
    '<?xml version="1.0" encoding="UTF-8"?><order id="7"><line>a</line><line>b &lt;c&gt; &amp; &quot;d&quot;</line><note lang="de">Grüße</note></order>',
  );
  const { gone: _, ...rest } = order.order;
  expect(await fromXml(text)).toEqual({ order: rest });
  expect(await fromXml('<a>')).toBeUndefined();
  expect(await fromXml('<a><n>007</n></a>')).toEqual({ a: { n: '007' } });
  await expect(toXml({ a: 1, b: 2 })).rejects.toThrow('root element');
});

test('XML with entities of its own does not grow', async () => {
  const laughs = Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`);
  const text = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "lol">${laughs.join('')}]><r>&l9;</r>`;
  const read = await fromXml(text).then(
    (value) => JSON.stringify(value) ?? '',
    () => 'refused',
  );
  expect(read.length).toBeLessThan(1000);
});
