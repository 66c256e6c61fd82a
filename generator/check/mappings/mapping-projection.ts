import type { SpecPath } from '../../diagnostics/place.ts';
import { describeShape } from '../../shape/describe.ts';
import { expand } from '../../shape/type-of-shape.ts';
import { variable } from '../../expression/scope.ts';
import type { Expression } from '../../expression/expression.ts';
import type { Mapping } from '../../spec/types.ts';
import type { MappingSignature } from '../integration-scope.ts';
import { readSource } from '../values/read-source.ts';
import type { MappingContext } from './mapping-context.ts';
import type { Projection } from './project.ts';
import { readPaths } from './selection.ts';

/** What a mapping copies besides its rows; undefined where it asks for nothing, `failed` where that means nothing (reported). */
export function mappingProjection(
  mapping: Mapping,
  signature: MappingSignature,
  context: MappingContext,
): Projection | undefined | 'failed' {
  if (mapping.project === undefined || mapping.project === false) return undefined;
  const options = mapping.project === true ? {} : mapping.project;
  const at: SpecPath = ['mappings', context.id, 'project'];
  const source = sourceOf(options.from, mapping, signature, at, context);
  if (source === undefined) return 'failed';
  const { integration } = context;
  const models = [source.type, signature.returns];
  const tree = (key: 'only' | 'except'): ReturnType<typeof readPaths> | undefined =>
    options[key] && readPaths(options[key], models, [...at, key], integration);
  const dropEmpty = options.empty === 'omit';
  const dropNull = dropEmpty || options.absent === 'omit';
  const selection = { only: tree('only'), except: tree('except'), dropNull, dropEmpty };
  return { source, selection, path: '', at };
}

function sourceOf(
  from: string | undefined,
  mapping: Mapping,
  signature: MappingSignature,
  at: SpecPath,
  context: MappingContext,
): Expression | undefined {
  const { report, environment } = context.integration;
  const [only, ...more] = signature.params;
  if (from === undefined && only !== undefined && more.length === 0) return variable(only.name, only.type);
  if (from === undefined) {
    const names = typeof mapping.from === 'string' ? [] : Object.keys(mapping.from);
    report.add(
      'FR2015',
      { what: "'project' of several sources", needs: `'from', which is one of ${names.join(', ')}` },
      at,
      {
        on: 'key',
      },
    );
    return undefined;
  }
  const read = readSource(from, [...at, 'from'], context.scope, context.prefixes, context.integration);
  const shape = read && expand(read.type.shape, environment.shapes);
  if (read === undefined || shape?.kind === 'object') return read;
  report.add('FR2004', { expected: 'an object', found: describeShape(read.type.shape) }, [...at, 'from']);
  return undefined;
}
