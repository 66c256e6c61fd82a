import path from 'node:path';
import type { CheckedIntegration } from '../check/checked-integration.ts';
import { pascalCase } from '../check/names.ts';
import { planTests } from './criteria/plan-criteria.ts';
import { deepFreeze } from './deep-freeze.ts';
import type { IntegrationPlan } from '../ir/integration.ts';
import type { LogicPlan } from '../ir/logic.ts';
import type { ModelPlan } from '../ir/model.ts';
import type { Planned, SymbolRef } from '../ir/symbol.ts';
import { planMocks } from './mocks/plan-mocks.ts';
import { modelSymbol, nameSymbols, valueSymbol } from './name-files.ts';
import { planReadme } from './readme/plan-readme.ts';
import { metadataSetting, planSettings, readsMetadata } from './plan-settings.ts';
import { planSystems } from './plan-systems.ts';
import { specVersion } from './spec-version.ts';

/** Decides every name and file of one integration's output. `outputDir` is where it will be written, absolute. */
export function planIntegration(checked: CheckedIntegration, outputDir: string): IntegrationPlan {
  const { spec } = checked.loaded;
  const models = planModels(checked);
  const logicNames = nameSymbols(
    checked.logic.map((one) => one.id),
    'src/logic',
    valueSymbol,
  );
  const plan: IntegrationPlan = {
    name: spec.name,
    title: spec.title ?? titleOf(spec.name),
    ...(spec.description !== undefined && { description: spec.description }),
    specFile: path.relative(outputDir, checked.loaded.path).split(path.sep).join('/'),
    version: specVersion(checked.loaded),
    shapes: checked.shapes,
    models,
    tables: named(checked.tables, 'src/tables'),
    systems: planSystems(checked),
    mappings: named(checked.mappings, 'src/mappings'),
    logic: checked.logic.map((one): LogicPlan => ({
      ...one,
      symbol: symbolOf(one.id, logicNames),
      inputType: `${pascalCase(one.id)}Input`,
      outputType: `${pascalCase(one.id)}Output`,
    })),
    workflows: named(checked.workflows, 'src/workflows'),
    ...(spec.limits !== undefined && { limits: spec.limits }),
    settings: planSettings(checked),
    records: checked.records,
    ...(readsMetadata(checked) && { metadata: { setting: metadataSetting(spec.name) } }),
    mocks: planMocks(checked),
    tests: planTests(checked),
    readme: planReadme(checked),
  };
  return deepFreeze(plan);
}

function named<Thing extends Omit<Planned, 'symbol'>>(
  things: readonly Thing[],
  folder: string,
): readonly (Thing & Planned)[] {
  const symbols = nameSymbols(
    things.map((thing) => thing.id),
    folder,
    valueSymbol,
  );
  return things.map((thing) => ({ ...thing, symbol: symbolOf(thing.id, symbols) }));
}

function symbolOf(id: string, symbols: ReadonlyMap<string, SymbolRef>): SymbolRef {
  return symbols.get(id) ?? { name: id, file: `src/${id}.ts` };
}

function planModels(checked: CheckedIntegration): readonly ModelPlan[] {
  const symbols = nameSymbols(
    checked.models.map((model) => model.name),
    'src/models',
    modelSymbol,
  );
  const payloads = new Set(
    checked.workflows.flatMap(({ trigger, metadata }) => [
      ...modelNames(
        trigger.kind === 'webhook' ? trigger.payload : trigger.kind === 'manual' ? trigger.input : undefined,
      ),
      ...modelNames(metadata),
    ]),
  );
  const responses = new Set(checked.operations.map((operation) => operation.responseModel));
  return checked.models.map(({ name, schema, place, doc }) => {
    const symbol = symbolOf(name, symbols);
    return {
      id: name,
      symbol,
      place,
      schema,
      parsers: {
        ...(payloads.has(name) && { payload: `parse${symbol.name}` }),
        ...(responses.has(name) && { response: `parse${symbol.name.replace(/Response$/, '')}Response` }),
      },
      ...(doc !== undefined && { doc }),
    };
  });
}

function modelNames(
  type: { readonly ref?: { readonly kind: string; readonly name?: string } } | undefined,
): readonly string[] {
  return type?.ref?.kind === 'model' && type.ref.name !== undefined ? [type.ref.name] : [];
}

/** `shopify-hubspot` → Shopify hubspot. */
function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
