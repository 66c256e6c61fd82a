import type { Mapping } from '../../spec/types.ts';

/** What a mapping copies beside its rows, in words; undefined where it copies nothing. */
export function describeProject({
  project,
}: Mapping): { readonly to: string; readonly from: string; readonly rules: readonly string[] } | undefined {
  if (project === undefined || project === false) return undefined;
  const options = project === true ? {} : project;
  const of = options.from === undefined || options.from === '.' ? '' : ` of ${options.from}`;
  return {
    to: options.only === undefined ? 'every other field' : options.only.join(', '),
    from: `the field of the same name${of}`,
    rules: [
      'where both models declare it',
      ...(options.except === undefined ? [] : [`but for ${options.except.join(', ')}`]),
      ...(options.empty === undefined ? [] : ['left out where empty']),
    ],
  };
}
