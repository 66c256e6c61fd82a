import type { Expression } from '../../expression/expression.ts';
import type { Build } from '../../ir/mapping.ts';

/** Every expression of a target, in the order of its fields. */
export function expressionsOf(build: Build): readonly Expression[] {
  switch (build.kind) {
    case 'value':
      return [build.value];
    case 'list':
    case 'from':
      return [build.of, ...expressionsOf(build.build)];
    case 'helper':
      return [build.of];
    case 'object':
      return [
        ...build.fields.flatMap((field) => [
          ...(field.when === undefined ? [] : [field.when]),
          ...expressionsOf(field.build),
        ]),
        ...(build.others === undefined ? [] : [build.others.of]),
        ...(build.others?.each === undefined ? [] : expressionsOf(build.others.each.build)),
      ];
  }
}

/** The names of the objects and lists that are built within a target. */
export function namesOf(build: Build): readonly string[] {
  switch (build.kind) {
    case 'value':
    case 'helper':
      return [];
    case 'list':
      return [build.name, ...withOwn(build.build)];
    case 'from':
      return withOwn(build.build);
    case 'object':
      return [
        ...build.fields.flatMap(({ build: inner }) => withOwn(inner)),
        ...(build.others?.each === undefined ? [] : withOwn(build.others.each.build)),
      ];
  }
}

function withOwn(build: Build): readonly string[] {
  return build.kind === 'object' ? [build.name, ...namesOf(build)] : namesOf(build);
}
