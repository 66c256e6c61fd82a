import type { SpecPath } from '../../diagnostics/place.ts';
import { INTEGER, NUMBER, STRING } from '../../expression/types.ts';
import { unionTypes } from '../../expression/union-types.ts';
import type { OperationField } from '../../ir/system.ts';
import type { Type } from '../../shape/type.ts';
import type { Endpoint, Parameter } from '../../spec/types.ts';
import type { Integration } from '../integration-scope.ts';
import { typeOfSpecShape } from '../models/registry.ts';
import { localName } from '../names.ts';
import type { CallParameter } from './checked-operation.ts';

/** The parts of a path: literal text, and parameters by the name of the input that fills them. */
export type PathPart = string | { readonly param: string };

export interface Parameters {
  readonly path: readonly PathPart[];
  readonly query: readonly OperationField[];
  readonly headers: readonly OperationField[];
  readonly parameters: readonly CallParameter[];
}

const PATH_PARAMETER: Type = unionTypes([STRING, NUMBER]);

/** Parameters of path, query and headers; what the API calls oddly (`created[gte]`) gets a name that TypeScript can have. */
export function checkParameters(endpoint: Endpoint, at: SpecPath, integration: Integration): Parameters {
  const taken = new Set(['body', 'next']);
  const parameters: CallParameter[] = [];
  const declare = (where: 'path' | 'query' | 'headers', name: string, type: Type): string => {
    const input = localName(name, taken);
    taken.add(input);
    parameters.push({ in: where, name, input, type });
    return input;
  };
  const path: PathPart[] = [];
  for (const [index, piece] of endpoint.path.split(/\{([^{}]*)\}/).entries()) {
    if (index % 2 === 0) {
      if (piece !== '') path.push(piece);
      continue;
    }
    const declared =
      endpoint.params !== undefined && Object.hasOwn(endpoint.params, piece) ? endpoint.params[piece] : undefined;
    const type =
      declared === undefined
        ? undeclaredType(piece, endpoint)
        : declaredType(declared, [...at, 'params', piece], integration);
    path.push({ param: declare('path', piece, { ...type, optional: false }) });
  }
  for (const name of Object.keys(endpoint.params ?? {})) {
    if (!endpoint.path.includes(`{${name}}`))
      integration.report.add('FR2001', { what: 'path parameter', name }, [...at, 'params', name], { on: 'key' });
  }
  const fields = (where: 'query' | 'headers'): readonly OperationField[] =>
    Object.entries(endpoint[where] ?? {}).map(([name, parameter]): OperationField => {
      if (typeof parameter !== 'object') return { name, const: parameter };
      const type = declaredType(parameter, [...at, where, name], integration);
      const input = declare(where, name, parameter.default === undefined ? type : { ...type, optional: true });
      return { name, input, ...(parameter.default !== undefined && { default: parameter.default }) };
    });
  return { path, query: fields('query'), headers: fields('headers'), parameters };
}

/** A page number or an offset in the path is a number. */
function undeclaredType(name: string, { pagination = { link: true, items: '' } }: Endpoint): Type {
  const numbered = 'page' in pagination ? pagination.page : 'offset' in pagination ? pagination.offset : undefined;
  return numbered?.in === 'path' && numbered.param === name ? INTEGER : PATH_PARAMETER;
}

function declaredType(parameter: Parameter, at: SpecPath, { source, environment }: Integration): Type {
  if (typeof parameter !== 'object') return STRING;
  return typeOfSpecShape(
    parameter.type ?? 'string',
    [...at, 'type'],
    source,
    environment.shapes,
    parameter.optional === true,
  );
}
