/** The process of one suite: takes its name, sends its readings. */
import { SUITES } from './suites.ts';

const [name] = process.argv.slice(2);
const suite = SUITES.find((one) => one.name === name);
if (suite === undefined) throw new Error(`there is no suite '${name}'`);
process.send?.(await suite.run());
process.disconnect?.();
