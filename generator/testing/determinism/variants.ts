import { isRecord } from '../../data/is-record.ts';
import type { IntegrationSpec } from '../../spec/types.ts';

/** A spec that differs in one place. */
export interface Variant {
  /** The mapping or the workflow: `mappings.orderToDeal`. */
  readonly part: string;
  readonly what: string;
  readonly spec: unknown;
}

/** One row or step, and the ways of changing it; of each group the first that type-checks is to be taken. */
export interface Place {
  readonly at: string;
  readonly variants: readonly (readonly Variant[])[];
}

type Path = readonly (string | number)[];
type Part = Readonly<Record<string, unknown>>;

/** Every row of every mapping: with its value changed, or a note, and left out. */
export function rowVariants(spec: IntegrationSpec): readonly Place[] {
  return Object.entries(spec.mappings ?? {}).flatMap(([id, mapping]) =>
    (mapping.rows ?? []).map((row, index): Place => {
      const path = ['mappings', id, 'rows', index];
      const others = mapping.rows?.toSpliced(index, 1);
      const variant = (what: string, changed: unknown): Variant => ({
        part: `mappings.${id}`,
        what,
        spec: replaced(spec, path, changed),
      });
      return {
        at: path.join('.'),
        variants: [
          [
            ...changedValues({ ...row }).map((changed) => variant(JSON.stringify(changed), changed)),
            variant('a note', { ...row, note: 'Said by somebody' }),
          ],
          [{ part: `mappings.${id}`, what: 'left out', spec: replaced(spec, path.slice(0, -1), others) }],
        ],
      };
    }),
  );
}

/** Every step of every workflow: changed, or with a note, and with another step before it. */
export function stepVariants(spec: IntegrationSpec): readonly Place[] {
  return Object.entries(spec.workflows).flatMap(([id, workflow]) =>
    stepPaths(workflow.steps, ['workflows', id, 'steps']).map((path): Place => {
      const step = at(spec, path);
      if (!isRecord(step)) throw new Error(`${path.join('.')} is no step`);
      const variant = (what: string, changed: unknown, where: Path = path): Variant => ({
        part: `workflows.${id}`,
        what,
        spec: replaced(spec, where, changed),
      });
      const list = at(spec, path.slice(0, -1));
      const index = Number(path.at(-1));
      const more = Array.isArray(list) ? list.toSpliced(index, 0, GUARD) : undefined;
      return {
        at: path.join('.'),
        variants: [
          [
            ...changedStep(step).map((changed) => variant(JSON.stringify(changed), changed)),
            variant('a note', { ...step, note: 'Said by somebody' }),
          ],
          [variant('a step before it', more, path.slice(0, -1))],
        ],
      };
    }),
  );
}

const GUARD = { guard: { unless: 'run.id', fail: 'invalid_input' } };

/** Operations that keep a type. */
const KEEPING = [
  'trim',
  { multiply: 2 },
  { round: 3 },
  { slice: [0, 5] },
  'compact',
  'unique',
  'sort',
  { filter: 'item' },
];

/** Other values of the same type; which of them is one, the check says. */
function changedValues(value: Part): readonly Part[] {
  const { template, const: constant, expr, default: otherwise, pipe } = value;
  const before = Array.isArray(pipe) ? pipe : [];
  return [
    ...(typeof template === 'string' ? [{ ...value, template: `${template}!` }] : []),
    ...(constant === undefined ? [] : [{ ...value, const: other(constant) }]),
    ...(otherwise === undefined ? [] : [{ ...value, default: other(otherwise) }]),
    ...(typeof expr === 'string' ? [{ ...value, expr: `!(${expr})` }] : []),
    ...KEEPING.map((operation) => ({ ...value, pipe: [...before, operation] })),
  ];
}

function other(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  return typeof value === 'boolean' ? !value : `${String(value)}!`;
}

function changedStep(step: Part): readonly Part[] {
  const { set, guard, respond } = step;
  if (isRecord(set)) return changedValues(set).map((changed) => ({ ...step, set: changed }));
  if (isRecord(guard)) return [{ ...step, guard: { ...guard, message: 'said otherwise' } }];
  if (isRecord(respond)) return [{ ...step, respond: { ...respond, status: 202 } }];
  return [];
}

/** The paths of the steps of a list, and of those within them. */
function stepPaths(steps: unknown, path: Path): readonly Path[] {
  if (!Array.isArray(steps)) return [];
  return steps.flatMap((step: unknown, index): readonly Path[] => {
    const own = [...path, index];
    if (!isRecord(step)) return [];
    return [own, ...['then', 'else', 'do', 'steps'].flatMap((key) => stepPaths(step[key], [...own, key]))];
  });
}

function at(value: unknown, path: Path): unknown {
  return path.reduce((inner: unknown, key) => {
    if (Array.isArray(inner)) return inner[Number(key)];
    return isRecord(inner) ? inner[key] : undefined;
  }, value);
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.with(Number(key), replaced(value[Number(key)], rest, by));
  return isRecord(value) ? { ...value, [key]: replaced(value[key], rest, by) } : value;
}
