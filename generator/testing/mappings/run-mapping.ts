import { checkText, told } from '../../check/testing/check-text.ts';
import { emitIntegration } from '../../emit/emit-integration.ts';
import { callExport, runCode } from '../../emit/testing/run-code.ts';
import { planIntegration } from '../../plan/plan-integration.ts';

/** The parts of a spec that is about mappings, as plain data. */
export interface MappingParts {
  /** Models by their fields. */
  readonly models: Readonly<Record<string, object>>;
  readonly mappings: Readonly<
    Record<string, { readonly from: string | Readonly<Record<string, unknown>>; readonly [key: string]: unknown }>
  >;
  readonly tables?: object;
}

/** A whole spec in which each mapping is applied by a workflow. */
export function mappingSpec({ models, mappings, tables }: MappingParts): string {
  const workflows = Object.entries(mappings).map(([id, { from }]) => {
    const names = typeof from === 'string' ? [] : Object.keys(from);
    const sources = Object.fromEntries(names.map((name) => [name, `source.${name}`]));
    const step = { id: 'made', map: id, from: typeof from === 'string' ? 'source' : sources };
    const trigger = { manual: { input: typeof from === 'string' ? from : { fields: from }, as: 'source' } };
    return [`${id}Run`, { trigger, steps: [step, { respond: { status: 200, body: '{made}' } }] }];
  });
  return JSON.stringify(
    {
      flowright: 1,
      name: 'sample',
      systems: { shop: { baseUrl: 'https://shop.example.com' } },
      models: Object.fromEntries(Object.entries(models).map(([name, fields]) => [name, { fields }])),
      ...(tables !== undefined && { tables }),
      mappings,
      workflows: Object.fromEntries(workflows),
    },
    undefined,
    2,
  );
}

/** Builds the mappings of a spec, and gives one of them as a function. What is wrong with the spec is thrown. */
export async function mappingFunction(
  parts: MappingParts,
  id = 'convert',
): Promise<(...sources: readonly unknown[]) => unknown> {
  const text = mappingSpec(parts);
  const { checked, diagnostics } = await checkText(text);
  if (checked === undefined) throw new Error(told(text, diagnostics).join('\n'));
  const plan = planIntegration(checked, '/specs/out/sample');
  const files = await emitIntegration(plan);
  const symbol = plan.mappings.find((mapping) => mapping.id === id)?.symbol;
  const loaded = new Map<string, Readonly<Record<string, unknown>>>();
  const load = (name: string): Readonly<Record<string, unknown>> => {
    const known = loaded.get(name);
    if (known !== undefined) return known;
    const file = files.find(({ path }) => path.endsWith(`/${name}`));
    if (file === undefined) throw new TypeError(`No file ${name}`);
    const modules = new Proxy({}, { get: (_, key) => load(String(key)) });
    const exports = runCode(file.text, modules);
    loaded.set(name, exports);
    return exports;
  };
  if (symbol === undefined) throw new TypeError(`No mapping '${id}'`);
  const exports = load(symbol.file.slice(symbol.file.lastIndexOf('/') + 1));
  return (...sources) => callExport(exports, symbol.name, structuredClone(sources));
}
