import { STAND, type Change } from './change.ts';
import { camelCase, kebabCase, pascalCase } from '../../check/names.ts';
import { spelled } from './mode.ts';

/** Which texts may stand in an output where its harmless twin has a text. */
export interface Expectation {
  /** Whether a text is what the twin's becomes when hostile texts take the places of the harmless ones. */
  readonly fits: (twin: string, text: string) => boolean;
  /** Whether a harmless text is part of it. */
  readonly isMarked: (twin: string) => boolean;
}

export function expectation(changes: readonly Change[]): Expectation {
  const forms = changes.map(formsOf);
  const inherited = changes.flatMap((change) => (change.payload.kind === 'inherited' ? formsOf(change) : []));
  const isMarked = (twin: string): boolean => STAND.test(twin);
  return {
    isMarked,
    fits(twin, text) {
      if (!isMarked(twin)) return twin === text;
      const all = new RegExp(STAND, 'gi');
      const marks = [...twin.matchAll(all)].map(([, word, digits]) => forms[Number(word ?? digits)] ?? inherited);
      const [start = '', ...rest] = twin.replaceAll(all, '\0').split('\0');
      const pattern = rest.map((piece, at) => `(?:${(marks[at] ?? []).map(quoted).join('|')})${quoted(piece)}`);
      return new RegExp(`^${quoted(start)}${pattern.join('')}$`, 'su').test(text);
    },
  };
}

/**
 * What a text may look like at its end: as it is, as the spec spells it, or as a template means it; trimmed; on one line; in quotes;
 * in another case, as headers and names are.
 */
function formsOf({ mode, payload: { text } }: Change): readonly string[] {
  const single = text.replaceAll('{{', '{').replaceAll('}}', '}');
  const forms = [text, spelled(mode, text), single].flatMap((form) => {
    const oneLine = form.replaceAll(/\s+/g, ' ');
    const cases = [form.toLowerCase(), form.toUpperCase(), camelCase(form), pascalCase(form), kebabCase(form)];
    const trimmed = [form, oneLine].flatMap((one) => [one.trimStart(), one.trimEnd(), one.trim()]);
    return [form, oneLine, ...trimmed, JSON.stringify(form).slice(1, -1), ...cases];
  });
  return [...new Set(forms)];
}

function quoted(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
