import { isSchemaObject, type JsonSchema } from '../../../shape/json-schema.ts';
import {
  arrayType,
  binary,
  constant,
  functionDeclaration,
  identifier,
  ifThen,
  keywordType,
  Names,
  property,
  referenceType,
  returnValue,
  typePredicate,
} from '../../syntax/index.ts';
import type { Declaration, IdentifierNode, StatementNode, TypeNode } from '../../syntax/index.ts';
import { pascal, type ModelSymbol } from '../symbols.ts';
import { allowedValues, declaredTypes, inlineChecks } from './schema-checks.ts';
import { FUNCTION_NAMES, reported, RUNTIME_VALIDATE, type FileScope, type FunctionScope, type Spot } from './scope.ts';
import { ALL_TYPES } from './schema-types.ts';
import { written } from './statement.ts';
import { mustBe, typeTest } from './type-test.ts';

/** `export function checkOrder(value: unknown, at: Place, issues: Issue[]): value is Order`, and the functions that it needs. */
export function checkFunctions(file: FileScope, symbol: ModelSymbol): readonly Declaration[] {
  const type = referenceType(file.imports.useType(symbol.type));
  return checkFunction(file, symbol.check.name, symbol.schema, {
    exported: true,
    returns: (value) => typePredicate(value, type),
  });
}

/** A function for a part of a schema; gives its name. */
export function partFunction({ file }: FunctionScope, wish: string, schema: JsonSchema): IdentifierNode {
  const name = file.names.unique(`check ${pascal(wish)}`);
  file.functions.push(...checkFunction(file, name, schema, { exported: false, returns: () => keywordType('boolean') }));
  return identifier(name);
}

function checkFunction(
  file: FileScope,
  name: string,
  schema: JsonSchema,
  { exported, returns }: { readonly exported: boolean; readonly returns: (value: string) => TypeNode },
): readonly Declaration[] {
  const functions: Declaration[] = [];
  const scope: FunctionScope = {
    file: { ...file, functions },
    name,
    locals: new Names(FUNCTION_NAMES),
    root: () => identifier('at'),
  };
  const spot: Spot = {
    value: () => identifier('value'),
    place: scope.root,
    issues: identifier('issues'),
    name: name.slice('check'.length),
  };
  const body = functionBody(scope, spot, schema);
  // What may be anything is not looked at: between its first and its last statement there is none.
  const unread = body.length === 2 ? '_' : '';
  const value = `${unread}value`;
  const parameters = [
    { name: value, type: keywordType('unknown') },
    { name: `${unread}at`, type: referenceType(file.imports.useTypeFrom(RUNTIME_VALIDATE, 'Place')) },
    { name: 'issues', type: arrayType(referenceType(file.imports.useTypeFrom('@flowright/runtime', 'Issue'))) },
  ];
  return [functionDeclaration({ name, exported, parameters, returns: returns(value), body }), ...functions];
}

/** A value of the one type that fits goes on; any other is reported and done with. */
function functionBody(scope: FunctionScope, spot: Spot, schema: JsonSchema): readonly StatementNode[] {
  const { issues } = spot;
  const before = constant('before', property(issues, 'length'));
  const end = returnValue(binary(property(issues, 'length'), '===', identifier('before')));
  const types = isSchemaObject(schema) ? declaredTypes(schema) : ALL_TYPES;
  if (!isSchemaObject(schema) || types.size !== 1 || allowedValues(schema) !== undefined)
    return [before, ...written(inlineChecks(scope, spot, schema, ALL_TYPES)), end];
  const wrong = ifThen(typeTest(scope, spot.value(), types, true), [returnValue(reported(scope, spot, mustBe(types)))]);
  return [before, wrong, ...written(inlineChecks(scope, spot, schema, types)), end];
}
