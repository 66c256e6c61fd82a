import { entry } from './entry.ts';

/** FR3xxx: parts of a spec that have no effect. */
export const partCatalogue = {
  FR3001: entry<{ what: string; name: string }>({
    severity: 'warning',
    title: 'Nothing uses it',
    message: ({ what, name }) => `nothing uses the ${what} '${name}'`,
    cause: 'The spec defines something that no workflow reaches; no code is generated for it.',
    fix: 'use it, or remove it',
  }),
  FR3002: entry<{ part: string; reason?: string | undefined }>({
    severity: 'warning',
    title: 'Without effect yet',
    message: ({ part, reason }) => `${part} has no effect yet${reason === undefined ? '' : `: ${reason}`}`,
    cause: 'The spec language has this part, but nothing is generated from it yet.',
    fix: 'leave it in as documentation, or remove it',
  }),
  FR3003: entry<{ id: string }>({
    severity: 'warning',
    title: 'A criterion that nothing checks',
    message: ({ id }) => `nothing checks the criterion '${id}'`,
    cause: 'An acceptance criterion says in words alone what must hold, so no test comes of it.',
    fix: 'say what is given and what is expected: given: { … }, expect: { … }',
  }),
  FR3004: entry<{ what: string }>({
    severity: 'warning',
    title: 'A keyword that is not checked',
    message: ({ what }) => `${what} is not checked`,
    cause: 'A JSON Schema uses a keyword that the generated validators do not know, so data that breaks it passes.',
    fix: 'say it with other keywords, or do not rely on it',
  }),
  FR3005: entry<object>({
    severity: 'warning',
    title: 'No workflow yet',
    message: () => 'there is no workflow yet',
    cause: 'The spec has systems, endpoints or models, but says nowhere when something happens.',
    fix: 'add a workflow with a trigger and steps',
  }),
  FR3006: entry<{ of: string; what: string }>({
    severity: 'warning',
    title: 'Left out',
    message: ({ of, what }) => `${of}: ${what}`,
    cause:
      'A document and the spec language do not say quite the same; what the other cannot say is left out, or said as nearly as it can be.',
    fix: 'see whether it matters, and say it in another way where it does',
  }),
};
