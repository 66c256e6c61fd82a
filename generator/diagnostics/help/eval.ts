import type { Help } from './help.ts';

export const evalHelp: Readonly<Record<string, Help>> = {
  FR8001: {
    why: 'Evals are a package of their own with a lockfile of its own: promptfoo takes some 315 MB even without the parts that nothing here uses.',
    remedy: [
      'In a clone of Flowright: `npm ci --prefix evals`. It takes about half a minute.',
      'In a project of your own: `npm install --save-dev promptfoo@0.123`, in the project or in a folder `evals` with a `package.json`.',
    ],
  },
  FR8002: {
    why: 'A baseline says of each case how often it passed, and with which prompt. It is read from `evals/baselines/<prompt>/<model>.json` and checked against its schema before anything is compared with it.',
    remedy: [
      'Restore the file from git.',
      'After a merge conflict, take either side and run `flowright eval accept --reason "…"`; never merge the numbers.',
    ],
  },
};
