import { isRecord } from '../../data/is-record.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import { isGraphqlFile } from './is-graphql-file.ts';
import { schemaReferences } from './schema-references.ts';

/** A file that is referred to, in the words of the referring file, and the path at which it does. */
export interface Reference {
  readonly to: string;
  readonly path: SpecPath;
  /** Whether the file is a JSON Schema, which may refer to further files. */
  readonly schema: boolean;
  /** The file is an OpenAPI document, or a part of one: larger than others. What parts it has on the network does not matter. */
  readonly document?: 'whole' | 'part';
}

/** Every file that a spec refers to. Takes any data, so that a spec with other mistakes has its references checked, too. */
export function specReferences(spec: unknown): readonly Reference[] {
  return [
    ...entries(spec, ['systems']).flatMap((system) =>
      texts(...at(system, 'openapi')).map((one) => ({ ...one, schema: true, document: 'whole' as const })),
    ),
    ...entries(spec, ['models']).flatMap((model) => [...texts(...at(model, 'infer')), ...schemas(model)]),
    ...entries(spec, ['tables']).flatMap(([path, table]) => texts(path, table)),
    ...entries(spec, ['endpoints']).flatMap(endpointReferences),
    ...entries(spec, ['logic']).flatMap((logic) => [...schemas(at(logic, 'input')), ...schemas(at(logic, 'output'))]),
    ...entries(spec, ['mappings']).flatMap((mapping) => schemas(at(mapping, 'from'))),
    ...entries(spec, ['workflows']).flatMap(workflowReferences),
    ...schemas(at(at([[], spec], 'tenants'), 'variables')),
  ];
}

/** A value and where it stands. */
type Located = readonly [path: SpecPath, value: unknown];

function endpointReferences(endpoint: Located): readonly Reference[] {
  return [
    ...['request', 'response', 'params', 'query', 'headers'].flatMap((key) => schemas(at(endpoint, key))),
    ...texts(...at(endpoint, 'example')),
    ...texts(...at(at(endpoint, 'mock'), 'seed')),
    ...[at(endpoint, 'graphql')].flatMap(([path, value]) =>
      typeof value === 'string' && isGraphqlFile(value) ? texts(path, value) : [],
    ),
  ];
}

function workflowReferences(workflow: Located): readonly Reference[] {
  const trigger = at(workflow, 'trigger');
  return [
    ...schemas(at(at(trigger, 'webhook'), 'payload')),
    ...schemas(at(at(trigger, 'manual'), 'input')),
    ...schemas(at(at(trigger, 'manual'), 'output')),
    ...[at(at(trigger, 'webhook'), 'example'), at(at(trigger, 'manual'), 'example')].flatMap(([path, value]) =>
      typeof value === 'string' ? texts(path, value) : [],
    ),
    ...schemas(at(workflow, 'checkpoint')),
    ...items(at(workflow, 'acceptanceCriteria')).flatMap((criterion) => {
      const given = at(criterion, 'given');
      const expect = at(criterion, 'expect');
      const collections = [
        at(given, 'collections'),
        at(given, 'records'),
        at(expect, 'saved'),
        at(expect, 'records'),
      ].flatMap(members);
      return [at(given, 'request'), ...collections].flatMap(([path, value]) =>
        typeof value === 'string' ? texts(path, value) : [],
      );
    }),
  ];
}

function schemas([path, value]: Located): readonly Reference[] {
  return schemaReferences(value, path).map((reference) => ({ ...reference, schema: true }));
}

/** A file, or a list of files. */
function texts(path: SpecPath, value: unknown): readonly Reference[] {
  if (typeof value === 'string') return value === '' ? [] : [{ to: value, path, schema: false }];
  return items([path, value]).flatMap(([itemPath, item]) => (typeof item === 'string' ? texts(itemPath, item) : []));
}

function entries(spec: unknown, path: SpecPath): readonly Located[] {
  return members(path.reduce<Located>((from, key) => at(from, key), [[], spec]));
}

function at([path, value]: Located, key: string | number): Located {
  return [[...path, key], isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined];
}

function members([path, value]: Located): readonly Located[] {
  return isRecord(value) ? Object.entries(value).map(([key, member]): Located => [[...path, key], member]) : [];
}

function items([path, value]: Located): readonly Located[] {
  return Array.isArray(value) ? value.map((item: unknown, index): Located => [[...path, index], item]) : [];
}
