import type { Expression } from '../../expression/expression.ts';
import { asCondition } from '../../expression/condition.ts';
import type { BuildField, MappingPlan } from '../../ir/mapping.ts';
import { isMaybe, present } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import {
  BOOLEAN,
  NUMBER,
  PLACE,
  STRING,
  apply,
  certain,
  field,
  itemType,
  listOf,
  literal,
  modelType,
  name,
  nullable,
  objectOf,
  row,
} from './plan-parts.ts';

const LINE = objectOf({
  sku: STRING,
  qty: NUMBER,
  'note?': STRING,
  'parts?': listOf(objectOf({ id: STRING, 'w?': NUMBER })),
  tags: listOf(STRING),
});

export const SHAPES = new Map([
  [
    'Source',
    objectOf({
      name: STRING,
      'note?': nullable(STRING),
      total: STRING,
      'price?': NUMBER,
      qty: nullable(NUMBER),
      flag: BOOLEAN,
      'maybe?': BOOLEAN,
      'odd key?': STRING,
      tags: listOf(STRING),
      'more?': nullable(listOf(STRING)),
      customer: nullable(
        objectOf({ 'email?': nullable(STRING), id: STRING, 'address?': objectOf({ city: STRING, 'zip?': STRING }) }),
      ),
      lines: listOf(LINE),
      'extra?': listOf(LINE),
    }),
  ],
  ['Target', objectOf({})],
]);
export const TABLES = new Map([['stages', STRING]]);

type Kind = 'text' | 'number' | 'boolean' | 'texts' | 'lines';

/** Builds plans by decisions from a tape of numbers; an empty tape decides for the simplest. */
export class RandomPlan {
  readonly #tape: readonly number[];
  #at = 0;
  #items = 0;
  #scope: Expression[] = [name('source', modelType('Source'))];

  constructor(tape: readonly number[]) {
    this.#tape = tape;
  }

  mapping(): MappingPlan {
    const count = 1 + this.#pick(5);
    const fields = Array.from({ length: count }, (_, at) => this.#field(`f${String(at)}`, 2));
    const returns = modelType('Target');
    return {
      id: 'm',
      symbol: { name: 'toTarget', file: 'src/mappings/to-target.ts' },
      place: PLACE,
      params: [{ name: 'source', type: modelType('Source') }],
      returns,
      target: 'target',
      build: { kind: 'object', type: returns, name: 'target', fields },
    };
  }

  #pick(count: number): number {
    const value = this.#tape[this.#at] ?? 0;
    this.#at += 1;
    return value % count;
  }

  #one(...choices: readonly (() => Expression)[]): Expression {
    return (choices[this.#pick(choices.length)] ?? choices[0] ?? (() => literal(0)))();
  }

  #field(to: string, depth: number): BuildField {
    const set = (['always', 'ifPresent', 'ifDefined'] as const)[this.#pick(3)] ?? 'always';
    const when = this.#pick(4) === 3 ? { when: this.#boolean(1) } : {};
    const kind = depth === 0 ? 0 : this.#pick(8);
    const type = {
      ...certain(objectOf({})),
      ref: { kind: 'member', of: { kind: 'model', name: 'Target' }, field: to, maybe: false },
    } as const;
    if (kind === 6)
      return row(
        to,
        { kind: 'object', type, name: to, fields: [this.#field(to, depth - 1), this.#field(`${to}b`, depth - 1)] },
        this.#pick(2) === 0 ? 'ifAny' : 'always',
        when,
      );
    if (kind === 7) {
      const of = this.#lines(1);
      const list = { ...certain(listOf(objectOf({}))), ref: type.ref };
      return this.#within(of, (item) =>
        row(
          to,
          {
            kind: 'list',
            type: list,
            name: to,
            of,
            item: item.kind === 'name' ? item.name : '',
            build: {
              kind: 'object',
              type: { ...certain(objectOf({})), ref: { kind: 'item', of: type.ref, maybe: false } },
              name: 'entry',
              fields: [this.#field(to, depth - 1), this.#field(`${to}b`, depth - 1)],
            },
          },
          set === 'ifDefined' ? 'always' : set,
          when,
        ),
      );
    }
    const kinds = ['text', 'number', 'boolean', 'texts'] as const;
    return row(to, this.#of(kinds[this.#pick(4)] ?? 'text', 3), set, when);
  }

  #of(kind: Kind, depth: number): Expression {
    return kind === 'text'
      ? this.#text(depth)
      : kind === 'number'
        ? this.#number(depth)
        : kind === 'boolean'
          ? this.#boolean(depth)
          : kind === 'texts'
            ? this.#texts(depth)
            : this.#lines(depth);
  }

  #within<T>(list: Expression, make: (item: Expression) => T): T {
    this.#items += 1;
    const item = name(this.#items % 3 === 0 ? 'item' : `item${String(this.#items)}`, itemType(list, SHAPES));
    this.#scope = [...this.#scope, item];
    const made = make(item);
    this.#scope = this.#scope.slice(0, -1);
    return made;
  }

  #path(kind: Kind): Expression {
    const found: Expression[] = [];
    const visit = (expression: Expression, depth: number): void => {
      if (fits(expression.type, kind)) found.push(expression);
      const { shape } = expression.type;
      const open = shape.kind === 'ref' ? SHAPES.get(shape.to) : shape;
      if (open?.kind === 'object' && depth < 4)
        for (const inner of open.fields.keys()) visit(field(expression, inner, SHAPES), depth + 1);
    };
    for (const one of this.#scope.toReversed()) visit(one, 0);
    return found[this.#pick(found.length)] ?? literal(0);
  }

  #apply(of: Expression, op: Parameters<typeof apply>[1]): Expression {
    return apply(of, op, SHAPES, TABLES);
  }

  #there(expression: Expression, fallback: string | number): Expression {
    return isMaybe(expression.type)
      ? { kind: 'coalesce', of: [expression, literal(fallback)], type: present(expression.type) }
      : expression;
  }

  #text(depth: number): Expression {
    if (depth === 0) return this.#path('text');
    const inner = (): Expression => this.#text(depth - 1);
    return this.#one(
      () => this.#path('text'),
      () => this.#apply(inner(), { op: 'trim' }),
      () => this.#apply(inner(), { op: 'upper' }),
      () => this.#apply(inner(), { op: 'replace', find: 'a', with: '$&`' }),
      () => this.#apply(inner(), { op: 'slice', from: -3 }),
      () => this.#apply(inner(), { op: 'lookup', table: 'stages' }),
      () => this.#apply(this.#number(depth - 1), { op: 'string' }),
      () => this.#apply(this.#texts(depth - 1), { op: 'first' }),
      () => this.#apply(this.#texts(depth - 1), { op: 'join', with: ', ' }),
      () => this.#apply(this.#texts(depth - 1), { op: 'max', item: 'item' }),
      () => ({ kind: 'template', parts: ['a ${`', this.#there(inner(), '-'), '\\'], type: certain(STRING) }),
      () => this.#there(inner(), 'none'),
      () => this.#either(inner(), inner()),
      () => this.#choice(inner(), inner()),
      () => {
        const lines = this.#lines(depth - 1);
        const found = this.#apply(
          lines,
          this.#within(lines, (item) => ({ op: 'find', item: nameOf(item), test: this.#boolean(depth - 1) })),
        );
        return field(found, 'sku', SHAPES);
      },
    );
  }

  #number(depth: number): Expression {
    if (depth === 0) return this.#path('number');
    const inner = (): Expression => this.#number(depth - 1);
    return this.#one(
      () => this.#path('number'),
      () => this.#apply(field(this.#scope[0] ?? literal(0), 'total', SHAPES), { op: 'number' }),
      () => this.#apply(inner(), { op: 'round', digits: this.#pick(3) }),
      () => this.#apply(inner(), { op: 'multiply', by: 3 }),
      () => this.#apply(inner(), { op: 'add', by: -2 }),
      () => this.#apply(this.#texts(depth - 1), { op: 'count' }),
      () => this.#there(inner(), 7),
      () => this.#either(inner(), inner()),
      () => this.#choice(inner(), inner()),
      () => ({
        kind: 'binary',
        op: (['+', '-', '*'] as const)[this.#pick(3)] ?? '+',
        left: this.#there(inner(), 1),
        right: this.#there(inner(), 2),
        type: certain(NUMBER),
      }),
      () => {
        const lines = this.#lines(depth - 1);
        return this.#apply(
          lines,
          this.#within(lines, (item) => ({
            op: 'sum',
            item: nameOf(item),
            by: this.#there(this.#number(depth - 1), 0),
          })),
        );
      },
    );
  }

  #boolean(depth: number): Expression {
    const type = certain(BOOLEAN);
    if (depth === 0) return asCondition(this.#path('boolean'));
    const inner = (): Expression => this.#boolean(depth - 1);
    return this.#one(
      () => asCondition(this.#path('boolean')),
      () => ({
        kind: 'present',
        of: this.#of((['text', 'number', 'texts', 'lines'] as const)[this.#pick(4)] ?? 'text', depth - 1),
        type,
      }),
      () => ({ kind: 'not', of: inner(), type }),
      () => ({ kind: 'binary', op: this.#pick(2) === 0 ? '&&' : '||', left: inner(), right: inner(), type }),
      () => ({
        kind: 'binary',
        op: (['<', '>=', '===', '!=='] as const)[this.#pick(4)] ?? '<',
        left: this.#there(this.#number(depth - 1), 1),
        right: this.#there(this.#number(depth - 1), 2),
        type,
      }),
      () =>
        asCondition(
          this.#apply(this.#text(depth - 1), { op: 'includes', value: this.#there(this.#text(depth - 1), 'a') }),
        ),
      () => {
        const path = this.#path('text');
        const narrowed: Expression = { ...path, type: present(path.type) };
        return {
          kind: 'binary',
          op: '&&',
          left: { kind: 'present', of: path, type },
          right: asCondition(this.#apply(narrowed, { op: 'startsWith', value: literal('a') })),
          type,
        };
      },
      () => {
        const lines = this.#lines(depth - 1);
        return asCondition(
          this.#apply(
            lines,
            this.#within(lines, (item) => ({
              op: this.#pick(2) === 0 ? 'some' : 'every',
              item: nameOf(item),
              test: inner(),
            })),
          ),
        );
      },
    );
  }

  #texts(depth: number): Expression {
    if (depth === 0) return this.#path('texts');
    const inner = (): Expression => this.#texts(depth - 1);
    return this.#one(
      () => this.#path('texts'),
      () => this.#apply(this.#text(depth - 1), { op: 'split', by: ' ' }),
      () => this.#apply(inner(), { op: 'unique', item: 'item' }),
      () => this.#apply(inner(), { op: 'slice', from: 0, to: 2 }),
      () => this.#either(inner(), inner()),
      () => this.#choice(inner(), inner()),
      () => this.#each(depth, (item) => field(item, 'sku', SHAPES)),
      () => this.#each(depth, () => this.#text(depth - 1)),
      () => this.#flat(depth, (item) => field(item, 'tags', SHAPES)),
      () =>
        this.#flat(depth, (item) => {
          const parts = field(item, 'parts', SHAPES);
          return this.#within(parts, (part): Expression => ({
            kind: 'each',
            of: parts,
            item: nameOf(part),
            value: field(part, 'id', SHAPES),
            flat: false,
            type: { ...certain(listOf(STRING)), optional: true },
          }));
        }),
      () => {
        const list = inner();
        return this.#apply(
          list,
          this.#within(list, (item) => ({ op: 'filter', item: nameOf(item), test: this.#boolean(depth - 1) })),
        );
      },
    );
  }

  #lines(depth: number): Expression {
    if (depth === 0) return this.#path('lines');
    return this.#one(
      () => this.#path('lines'),
      () => {
        const list = this.#lines(depth - 1);
        return this.#apply(
          list,
          this.#within(list, (item) => ({ op: 'filter', item: nameOf(item), test: this.#boolean(depth - 1) })),
        );
      },
    );
  }

  #each(depth: number, make: (item: Expression) => Expression): Expression {
    const of = this.#lines(depth - 1);
    return this.#within(of, (item) => {
      const value = make(item);
      const when: Expression | undefined = isMaybe(value.type)
        ? { kind: 'present', of: value, type: certain(BOOLEAN) }
        : this.#pick(3) === 1
          ? this.#boolean(depth - 1)
          : undefined;
      return {
        kind: 'each',
        of,
        item: nameOf(item),
        value,
        ...(when !== undefined && { when }),
        flat: false,
        type: { ...certain(listOf(STRING)), optional: isMaybe(of.type) },
      };
    });
  }

  #flat(depth: number, make: (item: Expression) => Expression): Expression {
    const of = this.#lines(depth - 1);
    return this.#within(of, (item) => ({
      kind: 'each',
      of,
      item: nameOf(item),
      value: make(item),
      flat: true,
      type: { ...certain(listOf(STRING)), optional: isMaybe(of.type) },
    }));
  }

  #either(left: Expression, right: Expression): Expression {
    if (!isMaybe(left.type)) return left;
    return { kind: 'coalesce', of: [left, right], type: { ...right.type, ...bare(left.type) } };
  }

  #choice(then: Expression, otherwise: Expression): Expression {
    const type = {
      ...bare(then.type),
      optional: then.type.optional || otherwise.type.optional,
      nullable: then.type.nullable || otherwise.type.nullable,
    };
    return { kind: 'conditional', test: this.#boolean(1), then, else: otherwise, type };
  }
}

function bare({ shape }: Type): { readonly shape: Type['shape'] } {
  return { shape };
}

function nameOf(item: Expression): string {
  return item.kind === 'name' ? item.name : '';
}

function fits({ shape }: Type, kind: Kind): boolean {
  if (kind === 'texts') return shape.kind === 'array' && shape.item.kind === 'string';
  if (kind === 'lines') return shape.kind === 'array' && shape.item === LINE;
  return shape.kind === (kind === 'text' ? 'string' : kind);
}
