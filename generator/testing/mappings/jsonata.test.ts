import { describe, expect, test } from 'vitest';
import { ORDER_FIELDS } from './jsonata-cases.ts';
import { refusals } from './jsonata-mappings.ts';

const SEQUENCE = 'this sequence is not compiled from JSONata: by the data, it is nothing, one value or a list';

describe('JSONata that is not compiled is refused at its place', () => {
  test.each([
    ['lines.sku', `FR2027 [lines.sku] ${SEQUENCE}`],
    ['lines[qty > 1]', `FR2027 [lines[qty > 1]] ${SEQUENCE}`],
    ['$distinct(lines.sku)', `FR2027 [$distinct(lines.sku)] ${SEQUENCE}`],
    ['{ `a`: 1 }', 'FR2027 [`a`] this key is not compiled from JSONata: it is not written out'],
    ['id & lines', "FR2027 [lines] '&' is not compiled from JSONata: it joins list of object"],
    ['$uppercase(email)', 'FR2027 [email] this text is not compiled from JSONata: it may be null'],
    ['memo < id', 'FR2027 [memo] this comparison is not compiled from JSONata: the value may be null'],
    ['$substring(id, discount)', 'FR2027 [discount] this argument is not compiled from JSONata: it may be missing'],
    ['id + 1', 'FR2004 [id] a number is wanted here, not string → write $number( … ) around it'],
    ['$sum(lines.sku)', 'FR2004 [lines.sku] a list of numbers is wanted here, not list of string'],
    ['id < 1', 'FR2004 [id < 1] two numbers or two texts is wanted here, not string and 1'],
    [
      'state = 3',
      'FR2027 [state = 3] this comparison is not compiled from JSONata: "open" | "paid" | "void" never equals 3',
    ],
    [
      'lines = tags',
      'FR2027 [lines] this comparison is not compiled from JSONata: it compares list of object as a whole',
    ],
    ['totl', "FR2003 [totl] no field 'totl' on Order"],
    ['lines[0].skuu', "FR2003 [skuu] no field 'skuu' on Order.lines[]"],
    ['$nope + 1', "FR2007 [$nope] nothing is called '$nope' here"],
    ['count +', 'FR2010 [+] the end of the text'],
    ['$now()', 'FR2027 [$now()] $now is not compiled from JSONata: a mapping gives the same for the same source'],
    ['$random()', 'FR2027 [$random()] $random is not compiled'],
    ['$eval(id)', 'FR2027 [$eval(id)] $eval is not compiled from JSONata: it runs text as a program'],
    ['$match(id, /a+/)', 'FR2027 [$match(id, /a+/)] $match is not compiled'],
    ['$contains(id, /a/)', 'FR2027 [/] a regular expression is not compiled'],
    [
      '$reduce(tags, function($a, $b) { $a & $b })',
      'FR2027 [$reduce(tags, function($a, $b) { $a & $b })] $reduce is not compiled',
    ],
    ['($f := function($x) { $f($x) }; $f(1))', 'FR2027 [function($x) { $f($x)] a function of its own is not compiled'],
    ['lines.%.id', "FR2027 [lines.%.id] the parent operator '%' is not compiled"],
    ['lines{sku: qty}', "FR2027 [lines] grouping by '{…}' is not compiled"],
    ['lines#$i.sku', "FR2027 [lines] the position of an item ('#') is not compiled"],
    ['*', "FR2027 [*] the wildcard '*' is not compiled"],
    ['seller ~> | $ | {"a": 1} |', "FR2027 [~>] '~>' with anything but a function is not compiled"],
    ['lines[$$.count]', 'FR2027 [$$.count] this position is not compiled from JSONata: it depends on the data'],
    ['tags[$$.count = 1 ? 0]', 'FR2027 [$$.count = 1 ? 0] this position is not compiled'],
    [
      'paid ? lines.sku : id',
      'FR2027 [paid ? lines.sku : id] this choice is not compiled from JSONata: one side is a sequence, the other one value',
    ],
    ['$append(marks, note)', 'FR2027 [marks] $append is not compiled'],
    ['[1..3]', "FR2027 [1..3] the operator '..' is not compiled"],
    [
      '$map(lines, function($l, $i) { $i })',
      'FR2027 [function($l, $i) { $i] a function of several parameters is not compiled',
    ],
    [
      'lines.tags[]',
      "FR2027 [lines.tags] '[]' is not compiled from JSONata: lists within lists stay as they are where there is only one",
    ],
  ])('%s', async (expression, expected) => {
    const [told, ...more] = await refusals(expression, ORDER_FIELDS);
    expect([told, ...more]).toEqual([expect.stringContaining(expected)]);
  });
});
