import type { IntegrationSpec } from '../../spec/types.ts';

/** Rows of mappings by how they are written: row operations, an expression, JSONata, or a gap. */
export interface RowShare {
  readonly rowOps: number;
  readonly expr: number;
  readonly jsonata: number;
  readonly gap: number;
}

export const NO_ROWS: RowShare = { rowOps: 0, expr: 0, jsonata: 0, gap: 0 };

/** Counts rows as they are written; a projection counts as one. */
export function rowShare({ mappings = {} }: Pick<IntegrationSpec, 'mappings'>): RowShare {
  const tiers = Object.values(mappings).flatMap(({ rows = [], project }) => [
    ...rows.map((row) => tierOf(row)),
    ...(project === undefined || project === false ? [] : ['rowOps' as const]),
  ]);
  const count = (tier: keyof RowShare): number => tiers.filter((one) => one === tier).length;
  return { rowOps: count('rowOps'), expr: count('expr'), jsonata: count('jsonata'), gap: count('gap') };
}

export function addShares(one: RowShare, other: RowShare): RowShare {
  return {
    rowOps: one.rowOps + other.rowOps,
    expr: one.expr + other.expr,
    jsonata: one.jsonata + other.jsonata,
    gap: one.gap + other.gap,
  };
}

/** The share of rows that need no expression and no gap, in per cent; 100 where there is no row. */
export function rowOpsPercent({ rowOps, expr, jsonata, gap }: RowShare): number {
  const all = rowOps + expr + jsonata + gap;
  return all === 0 ? 100 : (100 * rowOps) / all;
}

function tierOf(row: object): keyof RowShare {
  if ('expr' in row) return 'expr';
  if ('jsonata' in row) return 'jsonata';
  return 'logic' in row || 'rule' in row ? 'gap' : 'rowOps';
}
