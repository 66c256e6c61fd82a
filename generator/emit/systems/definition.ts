import type { SystemPlan } from '../../ir/system.ts';
import * as s from '../syntax/index.ts';

/** `export const hubspot = { … } as const satisfies SystemDefinition;` */
export function systemDefinition(system: SystemPlan, imports: s.Imports): s.Declaration {
  const fields = Object.entries(system.definition).flatMap(([name, value]) => {
    const data = s.plainData(value);
    return data === undefined ? [] : [s.entry(name, s.literal(data))];
  });
  return s.constDeclaration({
    name: system.symbol.name,
    doc: docOf(system),
    value: s.satisfies(
      s.asConst(s.object(fields, { multiline: true })),
      s.referenceType(imports.useRuntimeType('SystemDefinition')),
    ),
  });
}

function docOf({ title, docs, doc }: SystemPlan): string {
  const heading = docs === undefined ? title : `${title}: ${docs}`;
  return doc === undefined ? heading : `${heading}\n\n${doc}`;
}
