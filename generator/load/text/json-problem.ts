/** What is wrong with a text that is not JSON, and the offset where. Undefined where nothing is. */
export function jsonProblem(text: string): { readonly problem: string; readonly offset: number } | undefined {
  const message = failure(text);
  if (message === undefined) return undefined;
  const offset = position(message) ?? (ends.test(message) ? text.trimEnd().length : search(text));
  if (offset >= text.trimEnd().length) return { problem: 'it ends too early', offset };
  const comma = /[}\]]/.test(text.charAt(offset)) ? /,\s*$/.exec(text.slice(0, offset)) : null;
  return comma === null
    ? { problem: words(message), offset }
    : { problem: "a ',' after the last item", offset: comma.index };
}

const ends = /end of JSON input/;

function failure(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function position(message: string): number | undefined {
  const digits = / at position (\d+)/.exec(message)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The engine does not always say where. The shortest beginning that fails, other than by ending too early, ends at the mistake. */
function search(text: string): number {
  let low = 0;
  let high = text.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    const message = failure(text.slice(0, middle));
    const early = message === undefined || ends.test(message) || (position(message) ?? 0) >= middle;
    if (early) low = middle;
    else high = middle;
  }
  return Math.max(high - 1, 0);
}

function words(message: string): string {
  const token = /^Unexpected token '(.+?)', /su.exec(message)?.[1];
  if (token === "'") return 'text is written in double quotes';
  if (token !== undefined) return `unexpected '${token}'`;
  if (ends.test(message)) return 'it ends too early';
  const clause = message.replace(/ in JSON at position.*$/s, '').replace(/ \(line .*$/s, '');
  return clause.charAt(0).toLowerCase() + clause.slice(1);
}
