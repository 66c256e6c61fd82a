import { fieldOf } from '../../shape/member.ts';
import type { Type } from '../../shape/type.ts';
import { isMaybe } from '../expressions/index.ts';
import * as s from '../syntax/index.ts';
import type { ClientScope } from './client-scope.ts';

/** A field that paging puts into the body beside what the caller gives. */
export interface BodyField {
  readonly path: readonly string[];
  readonly value: s.ExpressionNode;
  /** `default`: what the caller gives goes over it; `later`: it does so on the first page; `always`: never. */
  readonly holds: 'default' | 'later' | 'always';
}

/** What the caller gives at a place of the body; the type is absent where the model of the body does not have it. */
export interface GivenBody {
  readonly node: s.ExpressionNode;
  readonly type: Type | undefined;
}

/** `{ ...body, variables: { ...body.variables, after: cursorOf(next) ?? body.variables?.after } }` */
export function bodyWith(given: GivenBody, fields: readonly BodyField[], scope: ClientScope): s.ExpressionNode {
  const below: s.ObjectEntryNode[] = [];
  const above: s.ObjectEntryNode[] = [];
  for (const head of new Set(fields.map(({ path }) => path[0] ?? ''))) {
    const group = fields.filter(({ path }) => path[0] === head);
    const inner = fieldOfGiven(given, head, scope);
    const leaf = group.find(({ path }) => path.length === 1);
    if (leaf === undefined) {
      const rest = group.map((field) => ({ ...field, path: field.path.slice(1) }));
      above.push(s.entry(head, bodyWith(inner ?? { node: given.node, type: undefined }, rest, scope)));
    } else if (leaf.holds === 'default') {
      // What the caller always gives would be there twice.
      if (inner?.type?.optional !== false) below.push(s.entry(head, leaf.value));
    } else {
      const value =
        leaf.holds === 'always' || inner === undefined ? leaf.value : s.binary(leaf.value, '??', inner.node);
      above.push(s.entry(head, value));
    }
  }
  return s.object([...below, ...(given.type === undefined ? [] : [s.spreadEntry(given.node)]), ...above]);
}

function fieldOfGiven({ node, type }: GivenBody, name: string, { plan }: ClientScope): GivenBody | undefined {
  if (type === undefined || type.shape.kind === 'any') return undefined;
  const member = fieldOf(type, name, plan.shapes);
  return 'found' in member
    ? { node: s.property(node, name, { optional: isMaybe(type) }), type: member.found }
    : undefined;
}
