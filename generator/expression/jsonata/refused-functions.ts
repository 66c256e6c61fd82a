interface Reason {
  readonly reason: string;
  readonly fix: string;
}

const DATES: Reason = { reason: 'dates have operations of their own', fix: 'use the row operation { date: … }' };
const TIME: Reason = {
  reason: 'a mapping gives the same for the same source',
  fix: 'pass the time in as a source: run.startedAt in the workflow',
};
const OBJECTS: Reason = {
  reason: 'the fields of the result depend on the data',
  fix: 'use the row operations keys, values, entries or { merge: path }',
};
const HIGHER: Reason = {
  reason: 'functions are compiled in $map and $filter only',
  fix: 'use row operations (sum, maxBy, group, until), or a piece of logic',
};
const CODES: Reason = { reason: 'it has an operation of its own', fix: 'use the row operation base64 or urlEncode' };
const FORMATS: Reason = {
  reason: 'its pictures are not compiled',
  fix: 'use { round: 2 }, padStart, or a piece of logic',
};
const ENDS: Reason = { reason: 'a mapping does not end a run', fix: 'use a guard step in the workflow' };

const REFUSED: ReadonlyMap<string, Reason> = new Map([
  ['eval', { reason: 'it runs text as a program', fix: 'write the expression itself' }],
  ['now', TIME],
  ['millis', TIME],
  ['random', { reason: 'a mapping gives the same for the same source', fix: 'pass the number in as a source' }],
  ['shuffle', { reason: 'a mapping gives the same for the same source', fix: 'leave it out' }],
  [
    'match',
    {
      reason: 'the time that a regular expression takes may grow without bound',
      fix: 'use $contains, $split or a piece of logic',
    },
  ],
  ['toMillis', DATES],
  ['fromMillis', DATES],
  ['reduce', HIGHER],
  ['sift', HIGHER],
  ['each', HIGHER],
  ['single', HIGHER],
  ['zip', HIGHER],
  ['keys', OBJECTS],
  [
    'lookup',
    {
      reason: 'which field it reads depends on the data',
      fix: 'use a table and { lookup: table }, or the field itself',
    },
  ],
  ['spread', OBJECTS],
  ['merge', OBJECTS],
  ['clone', { reason: 'values are never changed', fix: 'leave it out' }],
  ['type', { reason: 'the models say what a value is', fix: 'use isText, isNumber, … in expr:' }],
  ['error', ENDS],
  ['assert', ENDS],
  ['base64encode', CODES],
  ['base64decode', CODES],
  ['encodeUrl', CODES],
  ['encodeUrlComponent', CODES],
  ['decodeUrl', CODES],
  ['decodeUrlComponent', CODES],
  ['formatNumber', FORMATS],
  ['formatBase', FORMATS],
  ['formatInteger', FORMATS],
  ['parseInteger', FORMATS],
]);

const COMPILED: ReadonlySet<string> = new Set(
  (
    'string number boolean not exists count sum max min average length substring substringBefore substringAfter uppercase ' +
    'lowercase trim pad contains split join replace abs floor ceil round power sqrt append distinct sort reverse map filter'
  ).split(' '),
);

/** Why a function is not compiled, and what to use instead; undefined for one that is. */
export function refusedFunction(name: string): Reason | undefined {
  if (COMPILED.has(name)) return undefined;
  return (
    REFUSED.get(name) ?? {
      reason: 'it is no function of JSONata that is compiled; own functions and recursion are not',
      fix: 'write what it does in its place, or use a piece of logic',
    }
  );
}
