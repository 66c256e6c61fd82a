export { base64Decode, base64Encode } from './base64.ts';
export {
  booleanOrUndefined,
  integerOrUndefined,
  isObject,
  listOrUndefined,
  numberOrUndefined,
  objectOrUndefined,
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
export { dateOrKeep, dateOrOmit, fromEpochSeconds, fromIso, toEpochSeconds, toIso, toIsoDate } from './iso.ts';
export * from './jsonata/index.ts';
export { parseJson, stringifyJson, toJson } from './json.ts';
export { compact, entries, flatten, fromEntries, sortBy, unique } from './lists.ts';
export { max, min, type NumberOf, round, sum } from './numbers.ts';
export { nonEmpty } from './non-empty.ts';
export { asMember, mergeObjects, type Merged, others, own, setMember } from './objects.ts';
export { maxAs, maxBy, minAs, minBy, type OrderAs, range, sortAs } from './order.ts';
export { chunk, drop, groupBy, keyBy, records, take, takeUntil, uniqueLast } from './parts.ts';
export { queryParam } from './query-param.ts';
export { removePrefix, removeSuffix, replaceText, sliceText, splitText, truncate } from './text.ts';
