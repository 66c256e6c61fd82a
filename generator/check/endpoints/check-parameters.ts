import type { SpecPath } from '../../diagnostics/place.ts';
import { INTEGER, NUMBER, STRING } from '../../expression/types.ts';
import { unionTypes } from '../../expression/union-types.ts';
import type { OperationField } from '../../ir/system.ts';
import { EVERY_OTHER } from '../../shape/field-names.ts';
import { isFailed } from '../../shape/shape.ts';
import { expand, typeOfShape } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import type { Endpoint, Shape } from '../../spec/types.ts';
import type { Integration } from '../integration-scope.ts';
import { typeOfSpecShape } from '../models/registry.ts';
import { claimName } from '../names.ts';
import type { CallParameter } from './checked-operation.ts';
import { declaredParameters, type DeclaredParameter } from './declared-parameters.ts';

/** The parts of a path: literal text, and parameters by the name of the input that fills them. */
export type PathPart = string | { readonly param: string; readonly segments?: true };

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
    const input = claimName(name, taken);
    parameters.push({ in: where, name, input, type });
    return input;
  };
  const path: PathPart[] = [];
  for (const [index, piece] of endpoint.path.split(/\{([^{}]*)\}/).entries()) {
    if (index % 2 === 0) {
      if (piece !== '') path.push(piece);
      continue;
    }
    const name = piece.replace(/\.\.\.$/, '');
    const declared =
      endpoint.params !== undefined && Object.hasOwn(endpoint.params, name) ? endpoint.params[name] : undefined;
    const type =
      declared === undefined
        ? undeclaredType(name, endpoint)
        : declaredType(
            typeof declared === 'object' && !Array.isArray(declared) ? declared.type : 'string',
            [...at, 'params', name, 'type'],
            integration,
          );
    path.push({
      param: declare('path', name, { ...type, optional: false }),
      ...(name !== piece && { segments: true }),
    });
  }
  for (const name of Object.keys(endpoint.params ?? {})) {
    if (!endpoint.path.includes(`{${name}}`) && !endpoint.path.includes(`{${name}...}`))
      integration.report.add('FR2001', { what: 'path parameter', name }, [...at, 'params', name], { on: 'key' });
  }
  const fields = (where: 'query' | 'headers'): readonly OperationField[] =>
    declaredParameters(endpoint[where] ?? {}, [...at, where]).flatMap((field): readonly OperationField[] => {
      const { name } = field;
      if (name === EVERY_OTHER && 'const' in field) return ofModel(String(field.const), where, field.at);
      if ('const' in field) return [{ name, const: field.const }];
      const { declared } = field;
      const type = declaredType(declared.type, field.typeAt, integration, declared.optional === true);
      return [sent(where, name, type, declared)];
    });
  const sent = (where: 'query' | 'headers', name: string, type: Type, declared: DeclaredParameter): OperationField => {
    const input = declare(where, name, declared.default === undefined ? type : { ...type, optional: true });
    const style = where === 'query' ? (declared.style ?? endpoint.listStyle) : undefined;
    const isList = expand(type.shape, integration.environment.shapes).kind === 'array';
    return {
      name,
      input,
      ...(declared.default !== undefined && { default: declared.default }),
      ...(isList && style !== undefined && style !== 'repeat' && { style }),
      ...(isList && declared.sendEmpty === true && { sendEmpty: true }),
    };
  };
  /** Each field of a model as a parameter: what may be absent is sent only when given. */
  const ofModel = (model: string, where: 'query' | 'headers', place: SpecPath): readonly OperationField[] => {
    const { shapes } = integration.environment;
    const shape = expand(declaredType(model, place, integration).shape, shapes);
    if (shape.kind === 'object')
      return [...shape.fields].map(([name, field]) =>
        sent(where, name, typeOfShape(field.shape, shapes, field.optional), {}),
      );
    if (!isFailed(shape))
      integration.report.add('FR2004', { expected: 'a model whose fields are parameters', found: `'${model}'` }, place);
    return [];
  };
  return { path, query: fields('query'), headers: fields('headers'), parameters };
}

/** A page number or an offset in the path is a number. */
function undeclaredType(name: string, { pagination = { link: true, items: '' } }: Endpoint): Type {
  const numbered = 'page' in pagination ? pagination.page : 'offset' in pagination ? pagination.offset : undefined;
  return numbered?.in === 'path' && numbered.param === name ? INTEGER : PATH_PARAMETER;
}

function declaredType(
  shape: Shape | undefined,
  at: SpecPath,
  { source, environment }: Integration,
  optional = false,
): Type {
  return typeOfSpecShape(shape ?? 'string', at, source, environment.shapes, optional);
}
