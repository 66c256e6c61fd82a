import fc from 'fast-check';

// Loaded before every test file. Property tests try the same inputs in each run, so that a commit that passed passes again.
// PROPERTY_SEED=random tries others; with the seed that a failure names, its inputs come again.
const seed = process.env['PROPERTY_SEED'] ?? '20260731';
if (seed !== 'random') {
  if (!/^-?\d+$/.test(seed)) throw new Error(`PROPERTY_SEED is a whole number or 'random', not '${seed}'`);
  fc.configureGlobal({ seed: Number(seed) });
}
