export { constant } from './constant.ts';
export { GapFuelError, GapValueError } from './errors.ts';
export { fuel } from './fuel.ts';
export { key } from './key.ts';
export { limited } from './limited.ts';
export { has, own } from './own.ts';
export { change, put } from './put.ts';
export { utc } from './utc.ts';
export { text, there } from './values.ts';
