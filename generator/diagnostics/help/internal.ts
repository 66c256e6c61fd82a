import type { Help } from './help.ts';

export const internalHelp: Readonly<Record<string, Help>> = {
  FR9001: {
    why: 'Something happened that the program did not expect. Nothing in a spec should be able to bring that about.',
    remedy: [
      'Run it again with `FLOWRIGHT_DEBUG=1` for the details, and report them with the spec.',
      'Until it is mended: take out the latest change of the spec, and see whether that avoids it.',
    ],
  },
  FR9002: {
    why: 'Generated code is laid out before it is checked, and this file could not even be read as TypeScript. Its previous version was kept.',
    remedy: ['Please report it with the spec, reduced to the part that the file is made from.'],
  },
};
