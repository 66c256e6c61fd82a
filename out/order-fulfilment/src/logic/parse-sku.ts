import { fuel } from '@flowright/runtime/logic';

interface Article {
  amount: number;
  colour: 'red' | 'black' | 'white' | 'green' | 'blue' | 'none';
  line: string;
  name: string;
  pack: number;
  unit: 'g' | 'ml' | 'none';
  valid: boolean;
}

export interface ParseSkuInput {
  readonly sku: string;
}

export type ParseSkuOutput = Article;

type SkuColour = ParseSkuOutput['colour'];

interface SkuSize {
  readonly amount: number;
  readonly unit: 'g' | 'ml';
}

const MILLION = 1000000;

function readPack(segment: string): number {
  fuel.burn();
  const match = /^X([1-9][0-9]{0,2})$/.exec(segment) ?? /^([1-9][0-9]{0,2})PK$/.exec(segment);
  if (match === null) {
    return 0;
  }
  return Number(match[1] ?? '0');
}

function unitFactor(unit: string): number {
  fuel.burn();
  switch (unit) {
    case 'KG':
    case 'L':
      return 1000;
    case 'CL':
      return 10;
    default:
      return 1;
  }
}

function makeSize(whole: string, fraction: string, unit: string): SkuSize | null {
  fuel.burn();
  // Counted in millionths: at most about 1e15, so every step is exact.
  const millionths = Number(whole) * MILLION + Number(fraction.padEnd(6, '0'));
  const raised = millionths * unitFactor(unit) + MILLION / 2;
  const amount = (raised - (raised % MILLION)) / MILLION;
  if (amount < 1) {
    return null;
  }
  return { amount, unit: unit === 'G' || unit === 'KG' ? 'g' : 'ml' };
}

function readSize(segment: string): SkuSize | null {
  fuel.burn();
  const plain = /^([0-9]{1,6})(KG|G|ML|CL|L)$/.exec(segment);
  if (plain !== null) {
    return makeSize(plain[1] ?? '0', '', plain[2] ?? '');
  }
  const decimal = /^([0-9]{1,6})[.,]([0-9]{1,6})(KG|G|ML|CL|L)$/.exec(segment);
  if (decimal !== null) {
    return makeSize(decimal[1] ?? '0', decimal[2] ?? '', decimal[3] ?? '');
  }
  return null;
}

function readColour(segment: string): SkuColour {
  fuel.burn();
  switch (segment) {
    case 'RED':
      return 'red';
    case 'BLK':
    case 'BLACK':
      return 'black';
    case 'WHT':
    case 'WHITE':
      return 'white';
    case 'GRN':
    case 'GREEN':
      return 'green';
    case 'BLU':
    case 'BLUE':
      return 'blue';
    default:
      return 'none';
  }
}

function invalidArticle(): ParseSkuOutput {
  fuel.burn();
  return { amount: 0, colour: 'none', line: '', name: '', pack: 1, unit: 'none', valid: false };
}

export function parseSku(input: ParseSkuInput): ParseSkuOutput {
  fuel.start();
  const segments = input.sku
    .toUpperCase()
    .split(/[\s_\/\-]/)
    .filter((segment) => segment !== '');

  const line = segments[0];
  const second = segments[1];
  if (line === undefined || second === undefined || !/^[A-Z]{2,4}$/.test(line)) {
    return invalidArticle();
  }
  const others = segments.slice(1);
  if (!others.every((segment) => /^[A-Z0-9.,]+$/.test(segment))) {
    return invalidArticle();
  }

  const nameParts: string[] = [second];
  let pack = 0;
  let size: SkuSize | null = null;
  let colour: SkuColour = 'none';

  for (const segment of others.slice(1)) {
    fuel.burn();
    if (pack === 0) {
      const foundPack = readPack(segment);
      if (foundPack > 0) {
        pack = foundPack;
        continue;
      }
    }
    if (size === null) {
      const foundSize: SkuSize | null = readSize(segment);
      if (foundSize !== null) {
        size = foundSize;
        continue;
      }
    }
    if (colour === 'none') {
      const foundColour: SkuColour = readColour(segment);
      if (foundColour !== 'none') {
        colour = foundColour;
        continue;
      }
    }
    nameParts.push(segment);
  }

  return {
    amount: size === null ? 0 : size.amount,
    colour,
    line,
    name: nameParts.join('-'),
    pack: pack === 0 ? 1 : pack,
    unit: size === null ? 'none' : size.unit,
    valid: true,
  };
}
