import { didYouMean, entry, list, lowerFirst } from './entry.ts';

/** `owner` is the thing in words, with its article: 'a step', 'an endpoint'. */
export const loadSchemaCatalogue = {
  FR1101: entry<{ key: string; owner: string; allowed: readonly string[]; suggestion?: string | undefined }>({
    severity: 'error',
    title: 'Unknown key',
    message: ({ key, owner }) => `${owner} has no key '${key}'`,
    cause: 'The spec language knows no such key in this place.',
    fix: ({ allowed, suggestion }) =>
      didYouMean(suggestion, allowed.length > 0 ? `known here: ${list(allowed)}` : 'remove the key'),
  }),
  FR1102: entry<{ key: string; owner: string; description?: string | undefined }>({
    severity: 'error',
    title: 'Missing key',
    message: ({ key, owner }) => `${owner} needs '${key}'`,
    cause: 'A key that must be given is not.',
    fix: ({ key, description }) => `add ${key}${description === undefined ? '' : `: ${lowerFirst(description)}`}`,
  }),
  FR1103: entry<{ expected: string; found: string; fix?: string | undefined }>({
    severity: 'error',
    title: 'Wrong kind of value',
    message: ({ expected, found }) =>
      found === 'nothing' ? `${expected} is missing here` : `${expected} is wanted here, not ${found}`,
    cause: 'The value is of another kind than this place takes.',
    fix: ({ fix }) => fix,
  }),
  FR1104: entry<{ found: string; allowed: readonly string[]; suggestion?: string | undefined }>({
    severity: 'error',
    title: 'Not one of the allowed values',
    message: ({ found, allowed }) =>
      allowed.length > 8
        ? `${found} is not known here`
        : `${found} is not ${allowed.length === 1 ? '' : 'one of '}${list(allowed, 'or')}`,
    cause: 'This place takes one of a few values.',
    fix: ({ allowed, suggestion }) =>
      didYouMean(
        suggestion,
        allowed.length > 8
          ? `known here: ${list(allowed)}`
          : allowed.length > 1
            ? 'write one of these'
            : `write ${list(allowed)}`,
      ),
  }),
  FR1105: entry<{ found: string; wanted: string }>({
    severity: 'error',
    title: 'Text of another form',
    message: ({ found }) => `'${found}' is not what is wanted here`,
    cause: 'Text in this place has a form: a name, a duration, a path.',
    fix: ({ wanted }) => `wanted: ${lowerFirst(wanted)}`,
  }),
  FR1106: entry<{ wanted: string; found: string }>({
    severity: 'error',
    title: 'Out of bounds',
    message: ({ wanted, found }) => `${wanted} is wanted here, not ${found}`,
    cause: 'A number, a text or a list is smaller or larger than this place takes.',
    fix: ({ wanted }) => `give ${wanted}`,
  }),
  FR1107: entry<{ owner: string; choices: readonly string[] }>({
    severity: 'error',
    title: 'No kind given',
    message: ({ owner, choices }) => `${owner} needs one of ${list(choices, 'or')}`,
    cause: 'Things of this sort come in several kinds, told apart by one key; none of these keys is there.',
    fix: ({ choices }) =>
      choices.length < 6 ? `add ${list(choices, 'or')}` : 'add the key that says which kind it is',
  }),
  FR1108: entry<{ owner: string; keys: readonly string[] }>({
    severity: 'error',
    title: 'Two kinds at once',
    message: ({ owner, keys }) => `${owner} cannot have ${list(keys)} together`,
    cause: 'Each of these keys makes it another kind of thing.',
    fix: ({ keys }) => `keep one of ${list(keys)}`,
  }),
  FR1109: entry<{ value: string }>({
    severity: 'error',
    title: 'Value given twice',
    message: ({ value }) => `${value} is given twice in this list`,
    cause: 'Each value of this list may occur once.',
    fix: 'remove one of them',
  }),
  FR1111: entry<{ found: string }>({
    severity: 'error',
    title: 'Another version of the spec language',
    message: ({ found }) => `version ${found} of the spec language is not known`,
    cause: 'The first key of a spec says which version of the language it is written in.',
    fix: 'write flowright: 1',
  }),
  FR1112: entry<object>({
    severity: 'error',
    title: 'Not the name of a secret',
    message: () => 'this is not the name of an environment variable; a secret itself has no place in a spec',
    cause: 'A secret is given by the name of the environment variable that holds it: capital letters, digits and _.',
    fix: 'write a name such as CRM_TOKEN, and give it its value in .env',
    hidesSource: true,
  }),
};
