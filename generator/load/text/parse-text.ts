import type { Data } from '../../data/data.ts';
import { isRecord } from '../../data/is-record.ts';
import { sortKeys } from '../../data/sort-keys.ts';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { lineIndex } from '../../diagnostics/line-index.ts';
import { findPlace, type FindPlace } from './find-place.ts';
import { jsonProblem } from './json-problem.ts';
import { limits } from '../limits.ts';
import { parseYaml } from './parse-yaml.ts';
import { readNodes } from './read-nodes.ts';

/** The content of a file, and where in the file each part of it stands. */
export interface ParsedText {
  /** Deep-frozen; undefined where there are diagnostics. */
  readonly data: Data | undefined;
  readonly place: FindPlace;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses a YAML or, by the ending of its name, a JSON file. Never throws. */
export function parseText(file: string, text: string): ParsedText {
  const index = lineIndex(file, text);
  const json = isJson(file) && text.trim() !== '' ? jsonProblem(text) : undefined;
  if (json !== undefined) {
    return failed(
      [diagnostic('FR1030', { problem: json.problem }, index.place(json.offset, json.offset + 1))],
      index.place(0, 0),
    );
  }
  const { root, diagnostics } = parseYaml(text, index);
  if (root === undefined) return failed(diagnostics, index.place(0, 0));
  if (root === null) {
    const empty = diagnostic('FR1007', { file, comments: text.trim() !== '' }, index.place(0, 0));
    return failed([empty], index.place(0, 0));
  }
  const nodes = readNodes(root, text, index);
  const place = findPlace(text, index, root, nodes.targets);
  return { data: nodes.diagnostics.length > 0 ? undefined : nodes.data, place, diagnostics: nodes.diagnostics };
}

/**
 * The same for payloads, schemas and GraphQL documents, which are plain text; with sorted keys. JSON is a hundred times
 * faster to parse as such; where in the file its parts stand is only worked out when asked for.
 */
export function parseData(file: string, text: string): ParsedText {
  if (/\.(?:graphql|gql)$/i.test(file)) {
    const whole = lineIndex(file, text).place(0, 0);
    return { data: text, place: () => whole, diagnostics: [] };
  }
  const data = isJson(file) ? parseJson(text) : undefined;
  if (data === undefined) return sorted(parseText(file, text));
  let parsed: ParsedText | undefined;
  return {
    data: sortKeys(data),
    place: (path, options) => {
      parsed ??= parseText(file, text);
      return parsed.place(path, options);
    },
    diagnostics: [],
  };
}

function sorted(parsed: ParsedText): ParsedText {
  return parsed.data === undefined ? parsed : { ...parsed, data: sortKeys(parsed.data) };
}

function isJson(file: string): boolean {
  return file.toLowerCase().endsWith('.json');
}

function failed(diagnostics: readonly Diagnostic[], place: ReturnType<FindPlace>): ParsedText {
  return { data: undefined, place: () => place, diagnostics };
}

/** Undefined where it is not JSON, or has something that needs a diagnostic. */
function parseJson(text: string): Data | undefined {
  try {
    const data: Data = JSON.parse(text);
    return isPlain(data, 1) ? data : undefined;
  } catch {
    return undefined;
  }
}

function isPlain(data: Data, depth: number): boolean {
  if (Array.isArray(data)) return depth <= limits.depth && data.every((item: Data) => isPlain(item, depth + 1));
  if (!isRecord(data)) return true;
  return (
    depth <= limits.depth &&
    !Object.hasOwn(data, '__proto__') &&
    Object.values(data).every((value) => isPlain(value, depth + 1))
  );
}
