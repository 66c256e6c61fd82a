export { constantCondition } from '../../expression/constant-condition.ts';
