import type { Help } from './help.ts';

export const verifyHelp: Readonly<Record<string, Help>> = {
  FR4001: {
    why: 'All generated code is type-checked before it is written. What the check of a spec lets through should pass; here it did not, so the previous output was kept.',
    remedy: [
      'Look at the place in the spec: a type that is wrong there is the likeliest reason.',
      'If the spec is right, please report it with the spec, reduced to the part that the message names.',
    ],
  },
  FR4002: {
    why: 'Nothing is known about the code then, so nothing was written.',
    remedy: [
      'Install the dependencies again: `npm ci`.',
      'TypeScript is compiled for each platform: a `node_modules` that was copied from another one does not run.',
    ],
  },
};
