/** The parts of a small spec, as YAML; what is left out is filled with the least that a spec needs. */
export interface SpecParts {
  /** Fields in short form, one model each: `Order: { id: string }`. */
  readonly models?: Readonly<Record<string, string>>;
  readonly endpoints?: string;
  readonly tables?: string;
  readonly logic?: string;
  readonly mappings?: string;
  readonly trigger?: string;
  readonly checkpoint?: string;
  /** Steps of the one workflow, as lines `- …`. */
  readonly steps?: readonly string[];
}

/** A whole spec of one system and one workflow. */
export function specText(parts: SpecParts): string {
  const models = Object.entries(parts.models ?? {}).map(([name, fields]) => `  ${name}: ${fields}`);
  return [
    'flowright: 1',
    'name: sample',
    'systems: { shop: { baseUrl: https://shop.example.com } }',
    ...(models.length === 0 ? [] : ['models:', ...models]),
    ...section('endpoints', parts.endpoints),
    ...section('tables', parts.tables),
    ...section('logic', parts.logic),
    ...section('mappings', parts.mappings),
    'workflows:',
    '  run:',
    `    trigger: ${parts.trigger ?? '{ manual: {} }'}`,
    ...(parts.checkpoint === undefined ? [] : [`    checkpoint: ${parts.checkpoint}`]),
    '    steps:',
    ...(parts.steps ?? ['- respond: { status: 200 }']).map((step) => `      ${step.replaceAll('\n', '\n      ')}`),
    '',
  ].join('\n');
}

function section(name: string, body: string | undefined): readonly string[] {
  return body === undefined ? [] : [`${name}:`, ...body.split('\n').map((line) => `  ${line}`)];
}

/** A spec with one mapping from `Source` to `Target`, whose rows these are, and a workflow that applies it. */
export function mappingText(source: string, target: string, rows: readonly string[], more: SpecParts = {}): string {
  return specText({
    ...more,
    models: { Source: `{ fields: ${source} }`, Target: `{ fields: ${target} }`, ...more.models },
    mappings: [
      'convert:',
      '  from: Source',
      '  to: Target',
      ...(rows.length === 0 ? [] : ['  rows:', ...rows.map((row) => `    - ${row}`)]),
      ...(more.mappings === undefined ? [] : [more.mappings]),
    ].join('\n'),
    trigger: '{ manual: { input: Source, as: source } }',
    steps: [
      '- { id: converted, map: convert, from: source }',
      '- respond: { status: 200, body: "{converted}" }',
      ...(more.steps ?? []),
    ],
  });
}
