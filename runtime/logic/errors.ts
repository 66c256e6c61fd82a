import { FatalError } from '../context/errors.ts';

/** A fill did more than any fill should have to: trying again with the same input ends the same way. */
export class GapFuelError extends FatalError {
  override readonly name = 'GapFuelError';
  constructor(limit: string) {
    super('gap_fuel', `the logic was stopped: ${limit}`);
  }
}

/** A fill met a value that its code rules out: nothing where it said `!`, or an index that no list has. */
export class GapValueError extends FatalError {
  override readonly name = 'GapValueError';
  constructor(problem: string) {
    super('gap_value', problem);
  }
}
