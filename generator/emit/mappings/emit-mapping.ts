import type { BuildHelper, MappingPlan } from '../../ir/mapping.ts';
import { Scope, typeNode, type EmitContext, type Referable } from '../expressions/index.ts';
import {
  functionDeclaration,
  Imports,
  identifier,
  returnValue,
  sourceFile,
  spaced,
  type EmittedFile,
  type StatementNode,
} from '../syntax/index.ts';
import { expressionsOf, namesOf } from './expressions-of.ts';
import { buildValue } from './build-value.ts';
import { buildObject } from './build-object.ts';

/** `src/mappings/<name>.ts`: one pure function, sources in, target out. */
export function emitMapping(mapping: MappingPlan, plan: Referable): EmittedFile {
  const { symbol, params, returns, build, target } = mapping;
  const helpers = mapping.helpers ?? [];
  const imports = new Imports(symbol.file, [symbol.name, ...helpers.map((helper) => helper.name)]);
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
  return sourceFile({
    path: symbol.file,
    imports,
    content: [declaration, ...helpers.map((helper) => emitHelper(helper, context))],
  });
}

/** A function for a part that holds parts like itself. */
function emitHelper({ name, param, returns, build }: BuildHelper, context: EmitContext): StatementNode {
  const scope = Scope.of(context, [param.name]);
  scope.expect(...expressionsOf(build));
  scope.claim(namesOf(build));
  const result = buildValue(build, scope);
  return functionDeclaration({
    name: identifier(name).text,
    exported: false,
    parameters: [{ name: param.name, type: typeNode(param.type, context) }],
    returns: typeNode(returns, context),
    body: [...scope.statements, returnValue(result)],
  });
}
