import type { CheckedIntegration } from '../check/checked-integration.ts';
import { pascalCase } from '../check/names.ts';
import type { SystemPlan } from '../ir/system.ts';
import type { CheckedOperation } from '../check/endpoints/checked-operation.ts';
import { modelSymbol, nameSymbols, unique, valueSymbol } from './name-files.ts';

/** Systems with the operations that workflows use; a system that only sends webhooks has none and is left out. */
export function planSystems(checked: CheckedIntegration): readonly SystemPlan[] {
  const used = checked.systems.filter((system) =>
    checked.operations.some((operation) => operation.system === system.id),
  );
  const symbols = nameSymbols(
    used.map((system) => system.id),
    'src/systems',
    valueSymbol,
  );
  const inputTypes = inputTypeNames(checked);
  return used.flatMap(({ id, place, title, docs, definition }) => {
    const symbol = symbols.get(id);
    if (symbol === undefined) return [];
    const operations = checked.operations.filter((operation) => operation.system === id);
    return {
      id,
      symbol,
      place,
      title,
      ...(docs !== undefined && { docs }),
      definition,
      client: { factory: `${symbol.name}Client`, type: `${pascalCase(symbol.name)}Client`, name: symbol.name },
      operations: withNames(operations).map(
        ({
          system: _system,
          parameters: _parameters,
          endpoint: _endpoint,
          at: _at,
          requestModel: _request,
          responseModel: _response,
          ...operation
        }) => ({
          ...operation,
          inputType: inputTypes.get(operation.id) ?? 'Input',
        }),
      ),
    };
  });
}

/** Functions of one client have names of their own, also where ids differ in their first letter's case only. */
function withNames(operations: readonly CheckedOperation[]): readonly CheckedOperation[] {
  const taken = new Set<string>();
  return operations.map((operation) => ({ ...operation, name: unique(operation.name, taken) }));
}

/** `SearchContactsInput`, unless a model is called so. */
function inputTypeNames(checked: CheckedIntegration): ReadonlyMap<string, string> {
  const taken = new Set(checked.models.map((model) => modelSymbol(model.name).toLowerCase()));
  const names = new Map<string, string>();
  for (const { id } of checked.operations) {
    const base = `${pascalCase(id)}Input`;
    names.set(id, unique(taken.has(base.toLowerCase()) ? `${pascalCase(id)}CallInput` : base, taken));
  }
  return names;
}
