interface Refused {
  readonly kind: 'refused';
  readonly what: string;
  readonly reason: string;
  readonly fix: string;
}

function refused(what: string, reason: string, fix: string): Refused {
  return { kind: 'refused', what, reason, fix };
}

const PARTS: ReadonlyMap<string, Refused> = new Map([
  ['wildcard', refused("the wildcard '*'", 'what it finds has no one type', 'name the fields')],
  ['descendant', refused("the wildcard '**'", 'what it finds has no one type', 'write the paths')],
  [
    'parent',
    refused(
      "the parent operator '%'",
      'what is around a value is not known where it is read',
      'bind what is needed to a $variable before going into the list, or use a mapping with several sources',
    ),
  ],
  [
    'regex',
    refused(
      'a regular expression',
      'the time it takes may grow without bound',
      'use $contains, $split or $replace with a text, or the row operations startsWith, removePrefix and the like',
    ),
  ],
  [
    'transform',
    refused(
      'a transformation',
      'it changes a copy of whatever is there',
      'write the object with its fields, or use a mapping with project: true',
    ),
  ],
  [
    'partial',
    refused(
      'a function with some of its arguments',
      'functions of functions are not compiled',
      'call it with all of them',
    ),
  ],
  [
    'procedure',
    refused(
      'a call of a function of its own',
      'functions of functions, and recursion, are not compiled',
      'write what it does in its place, or use a piece of logic',
    ),
  ],
  ['index', refused("the position of an item ('#')", 'positions are not compiled', 'use a piece of logic')],
  [
    'apply',
    refused(
      "'~>' with anything but a function",
      'functions of functions are not compiled',
      'call one function after the other',
    ),
  ],
]);

/** What is refused wherever it stands. */
export function refusedPart(type: string): Refused {
  return PARTS.get(type) ?? refused(`'${type}'`, 'it is not compiled', 'use row operations, or a piece of logic');
}

/** What a step may carry that is refused. */
export function refusedStep(raw: Readonly<Record<string, unknown>>): Refused | undefined {
  if (raw['type'] === 'index') return refusedPart('index');
  if (raw['group'] !== undefined)
    return refused(
      "grouping by '{…}'",
      'the fields of the result depend on the data',
      'use the row operation { group: path } or { keyed: path }',
    );
  if (raw['focus'] !== undefined)
    return refused(
      "'@', which joins lists",
      'joins are not compiled',
      'use a mapping with several sources, or a piece of logic',
    );
  return raw['index'] === undefined ? undefined : refusedPart('index');
}
