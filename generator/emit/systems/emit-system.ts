import { pageParameters } from '../../ir/pagination.ts';
import type { OperationPlan, SystemPlan } from '../../ir/system.ts';
import type { EmitContext, Referable } from '../expressions/context.ts';
import { typeNode } from '../expressions/type-node.ts';
import * as s from '../syntax/index.ts';
import { clientNames, declaredNames } from './client-scope.ts';
import { systemDefinition } from './definition.ts';
import { operationMethod } from './operation.ts';

/** `src/systems/<id>.ts`: the system as data, what its operations take, and the function that makes its client; only data where nothing calls it. */
export function emitSystem(given: SystemPlan, plan: Referable): s.EmittedFile {
  const system = { ...given, operations: given.operations.map(withOptionalPage) };
  const names = clientNames(system);
  const imports = new s.Imports(system.symbol.file, [...declaredNames(system), ...Object.values(names)]);
  const scope = { plan, imports, system, names };
  const operations = system.operations.map((operation, at) => operationMethod(operation, scope, at > 0));
  const { factory, type } = system.client;
  const definition = systemDefinition(system, imports);
  if (operations.length === 0) return s.sourceFile({ path: system.symbol.file, imports, content: [definition] });
  const content = [
    definition,
    ...inputTypes(system, scope),
    s.typeDeclaration({ name: type, type: s.referenceType('ReturnType', [s.typeOf(factory)]) }),
    s.functionDeclaration({
      name: factory,
      parameters: [{ name: names.transport, type: s.referenceType(imports.useRuntimeType('Transport')) }],
      body: [s.returnValue(s.object(operations, { multiline: true }))],
    }),
  ];
  return s.sourceFile({ path: system.symbol.file, imports, content });
}

/** The parameter that carries the page is the client's business: who gives it says where to start. */
function withOptionalPage(operation: OperationPlan): OperationPlan {
  const { pagination, query, headers } = operation;
  const given = pageParameters(pagination).flatMap(({ in: place, name }): string[] => {
    // A cursor in the path has no first value of its own.
    if (place === 'path') return pagination?.kind === 'cursor' ? [] : [name];
    const field = (place === 'header' ? headers : query).find((one) => one.name === name);
    return field !== undefined && 'input' in field && place !== 'body' ? [field.input] : [];
  });
  if (given.length === 0) return operation;
  return {
    ...operation,
    inputs: operation.inputs.map((input) =>
      given.includes(input.name) ? { ...input, type: { ...input.type, optional: true } } : input,
    ),
  };
}

/** What each operation takes; two operations may share a type. */
function inputTypes(system: SystemPlan, context: EmitContext): s.Declaration[] {
  const byName = new Map(
    system.operations
      .filter(({ inputs }) => inputs.length > 0)
      .map((operation) => [operation.inputType, operation.inputs]),
  );
  return [...byName].map(([name, inputs]) =>
    s.interfaceDeclaration({
      name,
      fields: inputs.map((input) => ({
        name: input.name,
        type: typeNode(input.type, context, { readonly: true }),
        optional: input.type.optional,
        readonly: true,
        doc: input.doc,
      })),
    }),
  );
}
