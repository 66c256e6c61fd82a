export {
  jsonataCalculate,
  jsonataCompare,
  jsonataDivide,
  jsonataRemainder,
  jsonataRound,
  jsonataSqrt,
} from './numbers.ts';
export { jsonataAverage, jsonataDefined, jsonataMax, jsonataMin, jsonataSum } from './lists.ts';
export {
  jsonataLength,
  jsonataPad,
  jsonataReplace,
  jsonataSplit,
  jsonataSubstring,
  jsonataSubstringAfter,
  jsonataSubstringBefore,
  jsonataTrim,
} from './texts.ts';
export {
  jsonataBoolean,
  jsonataDiffers,
  jsonataEqual,
  jsonataIsDefined,
  jsonataIsIn,
  jsonataNot,
  jsonataTruthy,
} from './truth.ts';
export { jsonataNumber, jsonataString, jsonataText } from './casts.ts';
