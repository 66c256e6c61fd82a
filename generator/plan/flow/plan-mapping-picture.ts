import { expandRows, type FieldRow } from '../../spec/rows.ts';
import type { Inputs, IntegrationSpec, Mapping, Value } from '../../spec/types.ts';
import type { MappingPicture, PictureRow } from '../../ir/mapping-picture.ts';
import { fieldNames } from '../../shape/field-names.ts';
import { describeProject } from '../readme/describe-project.ts';
import { describeValue } from '../readme/describe-row.ts';
import { describeSource } from '../readme/describe-source.ts';
import { brief } from './card.ts';
import { jsonataPaths } from '../../expression/jsonata/paths-of.ts';
import { expressionPaths, templatePaths } from './expression-paths.ts';

/** A mapping of a spec that was checked, as a picture has it. */
export function planMappingPicture(spec: IntegrationSpec, id: string, mapping: Mapping): MappingPicture {
  const sources: string[] = [];
  const position = (path: string): number => {
    if (!sources.includes(path)) sources.push(path);
    return sources.indexOf(path);
  };
  const rows = expandRows(mapping.rows ?? []).map(({ row }): PictureRow => {
    const code = codeOf(row);
    return {
      to: row.to,
      reads: paths(row, spec).map(position),
      firstOf: 'from' in row && typeof row.from !== 'string' && row.from.length > 1,
      ...(code !== undefined && { code }),
      rules: rulesOf(row),
      gap: 'logic' in row || 'rule' in row,
      ...(row.note !== undefined && { note: row.note }),
    };
  });
  const described = describeProject(mapping);
  const project: readonly PictureRow[] =
    described === undefined
      ? []
      : [
          {
            to: described.to,
            reads: [position(described.from)],
            firstOf: false,
            rules: described.rules,
            gap: false,
          },
        ];
  return {
    id,
    from: describeSource(mapping),
    to: mapping.to,
    ...(mapping.description !== undefined && { description: mapping.description }),
    rows: [...rows, ...project],
    sources,
  };
}

function paths(row: FieldRow | Value, spec: IntegrationSpec): readonly string[] {
  if ('from' in row) return typeof row.from === 'string' ? [row.from] : row.from;
  if ('template' in row) return templatePaths(row.template);
  if ('expr' in row) return expressionPaths(row.expr);
  if ('jsonata' in row) return jsonataPaths(row.jsonata);
  if ('const' in row) return [];
  const named = inputs(row.with, spec);
  if (!('logic' in row)) return named;
  const given = new Set(Object.keys(row.with ?? {}));
  const rest = Object.keys(spec.logic?.[row.logic]?.input ?? {}).flatMap((key) =>
    fieldNames(key).map(({ name }) => name),
  );
  return [...new Set([...named, ...rest.filter((name) => !given.has(name))])];
}

function inputs(given: Inputs | undefined, spec: IntegrationSpec): readonly string[] {
  return Object.values(given ?? {}).flatMap((input) => (typeof input === 'string' ? [input] : paths(input, spec)));
}

function codeOf(row: FieldRow): string | undefined {
  if ('template' in row) return `“${row.template}”`;
  if ('expr' in row) return row.expr;
  if ('jsonata' in row) return row.jsonata;
  return 'const' in row ? brief(JSON.stringify(row.const)) : undefined;
}

function rulesOf(row: FieldRow): readonly string[] {
  const { rules } = describeValue(row);
  if ('logic' in row) return [`gap: ${row.logic}`, ...rules];
  return 'rule' in row ? [`gap: ${brief(row.rule)}`, ...rules] : rules;
}
