import type { MappingPlan } from '../../ir/mapping.ts';
import { Scope, typeNode, type Referable } from '../expressions/index.ts';
import {
  functionDeclaration,
  Imports,
  identifier,
  returnValue,
  sourceFile,
  spaced,
  type EmittedFile,
} from '../syntax/index.ts';
import { expressionsOf, namesOf } from './expressions-of.ts';
import { buildObject } from './build-object.ts';

/** `src/mappings/<name>.ts`: one pure function, sources in, target out. */
export function emitMapping(mapping: MappingPlan, plan: Referable): EmittedFile {
  const { symbol, params, returns, build, target } = mapping;
  const imports = new Imports(symbol.file, [symbol.name]);
  const context = { plan, imports };
  const expressions = expressionsOf(build);
  const scope = Scope.of(
    context,
    params.map(({ name }) => name),
  );
  scope.expect(...expressions);
  scope.claim([target, ...namesOf(build)]);
  const result = buildObject({ ...build, name: target, type: returns }, scope);
  const parameters = params.map(({ name, type }) => ({
    name: scope.reads(name) ? name : `_${name}`,
    type: typeNode(type, context),
  }));
  const end = returnValue(result);
  const body = [...scope.statements, scope.statements.length > 1 ? spaced(end) : end];
  const declaration = functionDeclaration({
    name: identifier(symbol.name).text,
    doc: mapping.doc,
    parameters,
    returns: typeNode(returns, context),
    body,
  });
  return sourceFile({ path: symbol.file, imports, content: [declaration] });
}
