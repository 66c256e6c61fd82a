import type { Expression } from '../../expression/expression.ts';
import type { Build } from '../../ir/mapping.ts';

/** Every expression of a target, in the order of its fields. */
export function expressionsOf(build: Build): readonly Expression[] {
  switch (build.kind) {
    case 'value':
      return [build.value];
    case 'list':
      return [build.of, ...expressionsOf(build.build)];
    case 'object':
      return build.fields.flatMap((field) => [
        ...(field.when === undefined ? [] : [field.when]),
        ...expressionsOf(field.build),
      ]);
  }
}

/** The names of the objects and lists that are built within a target. */
export function namesOf(build: Build): readonly string[] {
  switch (build.kind) {
    case 'value':
      return [];
    case 'list':
      return [build.name, ...namesOf(build.build)];
    case 'object':
      return build.fields.flatMap(({ build: inner }) =>
        inner.kind === 'object' ? [inner.name, ...namesOf(inner)] : namesOf(inner),
      );
  }
}
