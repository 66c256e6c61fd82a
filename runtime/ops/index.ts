export { base64Decode, base64Encode } from './base64.ts';
export {
  booleanOrUndefined,
  numberOrUndefined,
  type Scalar,
  stringOrUndefined,
  toBoolean,
  toInteger,
  toNumber,
  toText,
} from './casts.ts';
export type { SortKey } from './compare-keys.ts';
export { fromFormat, toFormat } from './date-format.ts';
export { hash, type HashAlgorithm } from './hash.ts';
export { fromEpochSeconds, fromIso, toEpochSeconds, toIso, toIsoDate } from './iso.ts';
export { parseJson, stringifyJson } from './json.ts';
export { compact, entries, flatten, sortBy, unique } from './lists.ts';
export { max, min, type NumberOf, round, sum } from './numbers.ts';
export { nonEmpty } from './non-empty.ts';
export { mergeObjects, type Merged, others, own, setMember } from './objects.ts';
export { queryParam } from './query-param.ts';
export { replaceText, sliceText, splitText, truncate } from './text.ts';
