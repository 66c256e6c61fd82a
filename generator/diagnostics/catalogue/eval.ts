import { entry } from './entry.ts';

/** FR80xx: evals. */
export const evalCatalogue = {
  FR8001: entry<{ version: string }>({
    severity: 'error',
    title: 'Evals are not installed',
    message: ({ version }) => `promptfoo ${version}, which evals run on, is not installed`,
    cause: 'Nobody who only builds integrations needs it, so it is no dependency of Flowright.',
    fix: ({ version }) =>
      `in a clone of Flowright: npm ci --prefix evals; elsewhere: npm install --save-dev promptfoo@${version}`,
  }),
  FR8002: entry<{ file: string; reason: string }>({
    severity: 'error',
    title: 'Baseline that cannot be used',
    message: ({ file, reason }) => `the baseline '${file}' cannot be used: ${reason}`,
    cause:
      'A run is only compared with a baseline that can be trusted; a file in git may have been edited or merged by hand.',
    fix: 'restore the file, or make a new one: flowright eval accept',
  }),
};
