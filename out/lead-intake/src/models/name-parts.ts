import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report } from '@flowright/runtime/validate';

export interface NameParts {
  family: string;
  given: string;
  suffix: '' | 'Jr' | 'Sr' | 'II' | 'III' | 'IV' | 'PhD' | 'MD' | 'Esq';
  titles: ('Mr' | 'Mrs' | 'Ms' | 'Mx' | 'Dr' | 'Prof')[];
}

const namePartsSuffixValues: Set<unknown> = new Set(['', 'Jr', 'Sr', 'II', 'III', 'IV', 'PhD', 'MD', 'Esq']);

export function checkNameParts(value: unknown, at: Place, issues: Issue[]): value is NameParts {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const family = value.family;
  if (family === undefined) {
    report(issues, inside(at, 'family'), 'is missing');
  } else if (typeof family !== 'string') report(issues, inside(at, 'family'), 'must be a string');
  const given = value.given;
  if (given === undefined) {
    report(issues, inside(at, 'given'), 'is missing');
  } else if (typeof given !== 'string') report(issues, inside(at, 'given'), 'must be a string');
  const suffix = value.suffix;
  if (suffix === undefined) {
    report(issues, inside(at, 'suffix'), 'is missing');
  } else if (!namePartsSuffixValues.has(suffix))
    report(issues, inside(at, 'suffix'), 'must be "", "Jr", "Sr", "II", "III", "IV", "PhD", "MD" or "Esq"');
  const titles = value.titles;
  if (titles === undefined) {
    report(issues, inside(at, 'titles'), 'is missing');
  } else if (!Array.isArray(titles)) {
    report(issues, inside(at, 'titles'), 'must be an array');
  } else {
    for (let index = 0; index < titles.length; index += 1) {
      const item: unknown = titles[index];
      if (item !== 'Mr' && item !== 'Mrs' && item !== 'Ms' && item !== 'Mx' && item !== 'Dr' && item !== 'Prof')
        report(issues, inside(inside(at, 'titles'), index), 'must be "Mr", "Mrs", "Ms", "Mx", "Dr" or "Prof"');
    }
  }
  return issues.length === before;
}
