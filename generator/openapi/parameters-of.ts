import type { Endpoint, Parameter, Shape } from '../spec/types.ts';
import type { Conversion } from './conversion.ts';
import { below, items, objectOf, type Node } from './document.ts';
import { objectParts } from './object-parts.ts';
import type { DocumentedParameter, Operation } from './operation.ts';
import type { Tell } from './remark.ts';
import { typesOf, valuesOf } from './schema-facts.ts';
import { shapeOf } from './shape-of.ts';

type ListStyle = NonNullable<Endpoint['listStyle']>;
type Declared = Readonly<Record<string, Parameter>>;

/** The parameters of an operation as an endpoint has them. `credentials` are sent by the system's `auth`. */
export function parametersOf(
  operation: Operation,
  credentials: ReadonlySet<string>,
  context: Conversion,
  tell: Tell,
): Pick<Endpoint, 'params' | 'query' | 'headers'> {
  const params: Record<string, Parameter> = {};
  const query: Record<string, Parameter> = {};
  const headers: Record<string, Parameter> = {};
  for (const parameter of operation.parameters) {
    if (credentials.has(`${parameter.in} ${parameter.name.toLowerCase()}`)) continue;
    if (parameter.in === 'path') Object.assign(params, pathParameter(parameter, operation.path, context));
    else if (parameter.in === 'header')
      Object.assign(headers, declare(parameter, shapeOfParameter(parameter, context)));
    else if (parameter.in === 'query') Object.assign(query, queryParameters(parameter, context));
    else tell(`the cookie parameter '${parameter.name}' is left out`);
  }
  return {
    ...(Object.keys(params).length > 0 && { params }),
    ...(Object.keys(query).length > 0 && { query }),
    ...(Object.keys(headers).length > 0 && { headers }),
  };
}

/** Text and numbers fit a path anyhow; a choice of values is worth saying. */
function pathParameter({ name, schema }: DocumentedParameter, path: string, context: Conversion): Declared {
  if (schema === undefined || !path.includes(`{${name}}`)) return {};
  const values = valuesOf(objectOf(context.document.follow(schema)));
  return values === undefined ? {} : { [name]: { type: shapeOf(schema, context) } };
}

function queryParameters(parameter: DocumentedParameter, context: Conversion): Declared {
  const { name, schema, style, explode } = parameter;
  if (schema === undefined || style === 'json') return declare(parameter, shapeOfParameter(parameter, context));
  const spread = style === 'deepObject' || (style === 'form' && explode);
  const declared: Record<string, Parameter> = {};
  const whole: Node[] = [];
  for (const alternative of alternativesOf(schema, context)) {
    const parts = spread ? objectParts(context.document.follow(alternative), context) : undefined;
    if (parts === undefined || parts.properties.size === 0) whole.push(alternative);
    for (const [member, node] of parts?.properties ?? []) {
      const inner = style === 'deepObject' ? `${name}[${member}]` : member;
      const required = parameter.required && whole.length === 0 && (parts?.required.has(member) ?? false);
      Object.assign(declared, declare({ ...parameter, name: inner, required }, shapeOf(node, context)));
    }
  }
  if (whole.length === 0) return declared;
  const [only] = whole;
  const shape = whole.length === 1 && only !== undefined ? shapeOf(only, context) : shapeOf(schema, context);
  return {
    ...declared,
    ...declare(
      { ...parameter, required: parameter.required && Object.keys(declared).length === 0 },
      sendable(shape),
      listStyle(parameter, only, context),
    ),
  };
}

function alternativesOf(schema: Node, context: Conversion): readonly Node[] {
  const node = context.document.follow(schema);
  const { anyOf, oneOf } = objectOf(node);
  if (anyOf === undefined && oneOf === undefined) return [schema];
  const alternatives = items(below(node, anyOf === undefined ? 'oneOf' : 'anyOf'));
  const isSpread = alternatives.some((one) => objectParts(context.document.follow(one), context) !== undefined);
  return isSpread ? alternatives : [schema];
}

function listStyle(
  { style, explode }: DocumentedParameter,
  schema: Node | undefined,
  context: Conversion,
): ListStyle | undefined {
  if (schema === undefined || !typesOf(objectOf(context.document.follow(schema))).includes('array')) return undefined;
  if (style === 'deepObject') return 'brackets';
  if (style === 'spaceDelimited') return 'space';
  if (style === 'pipeDelimited') return 'pipe';
  return style === 'form' && !explode ? 'comma' : undefined;
}

/** An object that no style takes apart goes as a text, which the call makes of it. */
function sendable(shape: Shape): Shape {
  if (typeof shape === 'string') return shape === 'object' ? 'string' : shape;
  return 'fields' in shape ? 'string' : shape;
}

function shapeOfParameter({ schema, style }: DocumentedParameter, context: Conversion): Shape {
  if (schema === undefined || style === 'json') return 'string';
  return sendable(shapeOf(schema, context));
}

/** One parameter under the key that says whether it may be left out: `'size?': integer`. */
function declare({ name, required }: DocumentedParameter, shape: Shape, style?: ListStyle): Declared {
  const simple = typeof shape === 'string' || Array.isArray(shape);
  if (required) return { [name]: { type: shape, ...(style !== undefined && { style }) } };
  if (/[,?]/.test(name)) return { [name]: { type: shape, optional: true, ...(style !== undefined && { style }) } };
  return {
    [`${name}?`]: simple && style === undefined ? shape : { type: shape, ...(style !== undefined && { style }) },
  };
}
