import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Lookups } from '../ir/table.ts';
import type { LoadedSpec } from '../load/load-spec.ts';
import type { Endpoint, Logic, Mapping, System, Workflow } from '../spec/types.ts';
import { checkClaims } from './check-claims.ts';
import { checkQuestions } from './check-questions.ts';
import { checkSystem } from './check-systems.ts';
import { checkMockModels } from './endpoints/check-mock-models.ts';
import { checkEndpoint } from './endpoints/check-endpoint.ts';
import { checkContinued } from './endpoints/check-continued.ts';
import type { CheckedOperation } from './endpoints/checked-operation.ts';
import type { CheckedIntegration } from './checked-integration.ts';
import { checkCriteria, reportUnchecked } from './criteria/check-criteria.ts';
import type { Integration, LogicSignature } from './integration-scope.ts';
import { checkExamples } from './logic-examples.ts';
import { checkGapCriteria } from './logic-criteria.ts';
import { checkLogic, logicSignature, ruleLogic } from './logic.ts';
import { checkMapping } from './mappings/check-mapping.ts';
import { reportEndless } from './mappings/endless.ts';
import { mappingSignature } from './mappings/mapping-signature.ts';
import { registerModels } from './models/registry.ts';
import { camelCase } from './names.ts';
import { checkDocumented } from './openapi/check-documented.ts';
import { createReport } from './report.ts';
import { checkTables, tableShape } from './tables.ts';
import { modelsOfType } from './type-models.ts';
import { reachableModels, reportUnused, reportUnusedModels } from './unused.ts';
import { withoutEffect } from './without-effect.ts';
import { checkWorkflow } from './workflows/check-workflow.ts';

/** The result of the check: diagnostics, and the checked integration where none of them is an error. */
export interface CheckResult {
  readonly checked?: CheckedIntegration;
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks what a loaded spec means. Everything that is wrong is reported, each at its place; nothing is thrown. */
export function checkSpec(loaded: LoadedSpec): CheckResult {
  const { spec } = loaded;
  const report = createReport(loaded);
  const source = { loaded, models: new Set(Object.keys(spec.models ?? {})), report };
  const models = registerModels(spec, source);
  const tables = checkTables(spec.tables ?? {}, loaded, report);
  const systems = Object.entries<System>(spec.systems).map(([id, system]) => checkSystem(id, system, report));
  const used = new Set<string>();
  const environment = {
    shapes: models.shapes,
    tables: new Map(tables.map((table) => [table.id, tableShape(table)])),
    onLookup: (table: string, total: boolean) =>
      used.add(`table ${table}`).add(`${total ? 'known' : 'any'} key of ${table}`),
  };
  const signatures = Object.entries<Mapping>(spec.mappings ?? {}).map(([id, mapping]) =>
    mappingSignature(id, mapping, source, models),
  );
  const logics = Object.entries<Logic>(spec.logic ?? {}).map(([id, logic]) =>
    logicSignature(id, logic, source, models.shapes),
  );
  const integration: Integration = {
    report,
    source,
    environment,
    mappings: new Map(signatures.map((signature) => [signature.id, signature])),
    logic: new Map(logics.map((logic) => [logic.id, logic])),
    used,
    rules: [],
    endless: [],
    records: new Map(),
  };
  const taken = globalNames(loaded);
  const mappings = Object.entries<Mapping>(spec.mappings ?? {}).flatMap(([id, mapping]) => {
    const signature = integration.mappings.get(id);
    return (signature && checkMapping(id, mapping, signature, taken, integration)) ?? [];
  });
  reportEndless(integration.endless, report);
  const systemIds = systems.map((system) => system.id);
  const endpoints = Object.entries<Endpoint>(spec.endpoints ?? {}).flatMap(
    ([id, endpoint]) => checkEndpoint(id, endpoint, systemIds, models, integration) ?? [],
  );
  const operations = checkContinued(endpoints, Object.keys(spec.endpoints ?? {}), integration);
  checkDocumented(operations, integration);
  checkMockModels(operations, integration);
  const surroundings = {
    models,
    operations: new Map(operations.map((operation) => [operation.id, operation])),
    endpoints: new Set(Object.keys(spec.endpoints ?? {})),
    taken,
  };
  const workflows = Object.entries<Workflow>(spec.workflows).flatMap(
    ([id, workflow]) => checkWorkflow(id, workflow, surroundings, integration) ?? [],
  );
  for (const [id, workflow] of Object.entries<Workflow>(spec.workflows))
    checkCriteria(id, workflow, operations, models.shapes, loaded, report);
  const asked = Object.entries<Logic>(spec.logic ?? {}).flatMap(([id, { examples = [], criteria = [] }]) => {
    const signature = integration.logic.get(id);
    return signature === undefined ? [] : [{ ...signature, at: ['logic', id], examples, criteria }];
  });
  for (const one of [...asked, ...integration.rules.map((rule) => ({ ...rule, at: rule.path }))]) {
    const fitting = checkExamples(one, models.shapes, report);
    checkGapCriteria(one, fitting, environment, report);
  }
  checkClaims(spec, report);
  checkQuestions(spec, report);
  const idle = withoutEffect(spec, report);
  // What a misspelled reference leaves unused is no mistake of its own.
  if (hasErrors(report.diagnostics)) return { diagnostics: report.diagnostics.filter(({ code }) => code !== 'FR3001') };
  const isBegun = Object.keys(spec.workflows).length === 0;
  if (isBegun) report.add('FR3005', {}, ['workflows'], { on: 'key' });
  reportUnchecked(spec, report);
  if (!isBegun) reportUnused(spec, integration);
  if (!isBegun)
    reportUnusedModels(
      spec,
      reachableModels(modelRoots(mappings, operations, workflows, logics, integration.records.keys()), models),
      loaded.openapi?.brought ?? new Set(),
      report,
    );
  const usedMappings = mappings.filter((mapping) => used.has(`mapping ${mapping.id}`));
  const usedOperations = operations.filter((operation) => used.has(`endpoint ${operation.id}`));
  const logic = [
    ...Object.entries<Logic>(spec.logic ?? {}).flatMap(([id, one]) => {
      const signature = integration.logic.get(id);
      return signature !== undefined && used.has(`logic ${id}`)
        ? [checkLogic(one, signature, environment, report)]
        : [];
    }),
    ...integration.rules.map((rule) => ruleLogic(rule, environment, report)),
  ];
  const reached = reachableModels(
    modelRoots(usedMappings, usedOperations, workflows, logic, integration.records.keys()),
    models,
  );
  return {
    diagnostics: report.diagnostics,
    checked: {
      loaded,
      shapes: models.shapes,
      models: models.definitions.filter((model) => reached.has(model.name)),
      tables: tables
        .filter((table) => used.has(`table ${table.id}`))
        .map((table) => ({ ...table, lookups: lookupsIn(table.id, used) })),
      systems,
      operations: usedOperations,
      mappings: usedMappings,
      logic,
      workflows,
      records: [...integration.records].flatMap(([model, id]) => (id === 'wrong' ? [] : [{ model, id }])),
      withoutEffect: idle,
    },
  };
}

function lookupsIn(table: string, used: ReadonlySet<string>): Lookups {
  if (!used.has(`known key of ${table}`)) return 'any';
  return used.has(`any key of ${table}`) ? 'both' : 'known';
}

function* modelRoots(
  mappings: CheckedIntegration['mappings'],
  operations: readonly CheckedOperation[],
  workflows: CheckedIntegration['workflows'],
  logic: readonly LogicSignature[],
  records: Iterable<string>,
): Generator<string> {
  yield* records;
  for (const mapping of mappings)
    yield* [mapping.returns, ...mapping.params.map((param) => param.type)].flatMap(modelsOfType);
  for (const { requestModel, responseModel, inputs } of operations) {
    yield* [requestModel, responseModel].filter((name) => name !== undefined);
    yield* inputs.flatMap((input) => modelsOfType(input.type));
  }
  for (const { trigger, checkpoint, metadata } of workflows) {
    if (metadata !== undefined) yield* modelsOfType(metadata);
    if (trigger.kind === 'webhook') yield* modelsOfType(trigger.payload);
    if (trigger.kind === 'manual')
      yield* [trigger.input, trigger.output].flatMap((type) => (type === undefined ? [] : modelsOfType(type)));
    yield* checkpoint.flatMap((field) => modelsOfType(field.type));
  }
  for (const { input, output } of logic) yield* [...modelsOfType(input), ...modelsOfType(output)];
}

/** Names of functions and constants of the output, which variables must not hide. */
function globalNames({ spec }: CheckedIntegration['loaded']): ReadonlySet<string> {
  const ids = [spec.mappings, spec.tables, spec.logic, spec.workflows].flatMap((section) => Object.keys(section ?? {}));
  return new Set(ids.map(camelCase));
}
