import fc from 'fast-check';

/** Expressions of every kind within each other; many are refused. */
export const anyExpression: fc.Arbitrary<string> = fc.letrec<
  Record<'any' | 'text' | 'number' | 'test' | 'list' | 'item', string>
>((tie) => ({
  any: fc.oneof(tie('text'), tie('number'), tie('test'), tie('list'), objects(tie('text'), tie('any'))),
  text: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(
      'id',
      'note',
      'email',
      'memo',
      '"a"',
      '`odd key`',
      'state',
      'customer.name',
      'seller.phone',
      'lines[0].note',
      'tags[-1]',
      '$$.id',
    ),
    both(tie('any'), '&', tie('text')),
    one('$uppercase', tie('text')),
    one('$trim', tie('text')),
    one('$string', tie('any')),
    two('$join', tie('list'), tie('text')),
    two('$substringBefore', tie('text'), fc.constantFrom('"a"', 'id')),
    two('$substring', tie('text'), tie('number')),
    choice(tie('test'), tie('text')),
    fc.tuple(tie('text'), tie('text')).map(([value, rest]) => `($x := ${value}; $x ? $uppercase($x) & ${rest} : $x)`),
  ),
  number: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom('count', 'total', 'discount', '2', '0.5', 'lines[0].qty', 'customer.age', 'lines[-1].price'),
    // Not by what may be zero: the interpreter takes the result for a number as long as nobody looks.
    fc.tuple(tie('number'), fc.constantFrom('/ 4', '% 3')).map(([a, rest]) => `(${a} ${rest})`),
    fc.tuple(tie('number'), fc.constantFrom('+', '-', '*'), tie('number')).map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc
      .tuple(fc.constantFrom('$sum', '$max', '$min', '$average', '$count'), tie('list'))
      .map(([name, list]) => `${name}(${list})`),
    fc
      .tuple(fc.constantFrom('$abs', '$floor', '$ceil', '$round', '-'), tie('number'))
      .map(([name, of]) => `${name}(${of})`),
    one('$length', tie('text')),
    choice(tie('test'), tie('number')),
  ),
  test: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom('paid', 'gift', 'true'),
    fc
      .tuple(tie('number'), fc.constantFrom('=', '!=', '<', '<=', '>', '>='), tie('number'))
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(tie('text'), fc.constantFrom('=', '!=', '<', 'in'), tie('text')).map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(tie('any'), fc.constantFrom('and', 'or'), tie('any')).map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(fc.constantFrom('$not', '$boolean', '$exists'), tie('any')).map(([name, of]) => `${name}(${of})`),
    two('$contains', tie('text'), fc.constantFrom('"a"', 'id')),
    both(tie('text'), 'in', tie('list')),
  ),
  list: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(
      'lines',
      'tags',
      'marks',
      'numbers',
      'lines.sku',
      'lines.qty',
      'lines.note',
      'lines.hint',
      'lines.tags',
      'lines.sku[]',
      '[]',
    ),
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    fc.tuple(fc.constantFrom('$distinct', '$sort', '$reverse'), tie('list')).map(([name, list]) => `${name}(${list})`),
    two('$append', tie('list'), tie('list')),
    two('$split', tie('text'), fc.constantFrom('"a"', '"b"')),
    tie('item').map((item) => `lines[${item}]`),
    fc
      .tuple(tie('item'), fc.constantFrom('sku', 'qty', 'note', 'hint'))
      .map(([test, field]) => `lines[${test}].${field}`),
    tie('item').map((item) => `lines.(${item})`),
    tie('item').map((item) => `[lines.(${item})]`),
    fc.constantFrom('price', '>qty', 'note', 'sku, >price').map((terms) => `lines^(${terms}).sku`),
    fc.tuple(tie('list'), tie('test')).map(([list, test]) => `$filter(${list}, function($v) { $v and ${test} })`),
    one(
      '$map',
      tie('list').map((list) => `${list}, function($v) { $string($v) }`),
    ),
    choice(tie('test'), tie('list')),
  ),
  item: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.constantFrom(
      'qty > 1',
      'sku = "a"',
      'note',
      '$exists(hint)',
      'hint',
      'qty * price',
      'sku & "-"',
      'sku in $$.tags',
      '{"s": sku, "n": note, "h": hint}',
      'tags[0]',
    ),
    both(tie('item'), 'and', tie('item')),
    choice(tie('item'), tie('item')),
  ),
})).any;

type Text = fc.Arbitrary<string>;

function one(name: string, of: Text): Text {
  return of.map((text) => `${name}(${text})`);
}

function two(name: string, of: Text, other: Text): Text {
  return fc.tuple(of, other).map(([a, b]) => `${name}(${a}, ${b})`);
}

function both(left: Text, op: string, right: Text): Text {
  return fc.tuple(left, right).map(([a, b]) => `(${a} ${op} ${b})`);
}

function choice(test: Text, of: Text): Text {
  return fc.tuple(test, of, fc.option(of)).map(([a, b, c]) => (c === null ? `(${a} ? ${b})` : `(${a} ? ${b} : ${c})`));
}

function objects(name: Text, value: Text): Text {
  return fc.tuple(value, name).map(([a, b]) => `{"a": ${a}, "b": ${b}}`);
}
