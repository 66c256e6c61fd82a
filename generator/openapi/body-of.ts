import type { Endpoint, Shape } from '../spec/types.ts';
import type { Conversion } from './conversion.ts';
import { below, members, objectOf, textOf, type Node } from './document.ts';
import { mediaKind } from './media.ts';
import { fieldsOf, objectParts, type ObjectParts } from './object-parts.ts';
import type { DocumentedAnswer, Operation } from './operation.ts';
import type { Tell } from './remark.ts';
import { isNullable, typesOf } from './schema-facts.ts';
import { shapeOf } from './shape-of.ts';

/** A file of a multipart body, as the runtime takes it. */
const FILE: Shape = { fields: { name: 'string', 'type?': 'string', 'text?': 'string', 'base64?': 'string' } };

type RequestParts = Pick<Endpoint, 'body' | 'request' | 'listStyle'> & { readonly contentType?: string };

/** The body of an operation as an endpoint has it. */
export function requestOf({ body, method }: Operation, context: Conversion, tell: Tell): RequestParts {
  if (body === undefined) return {};
  const kind = mediaKind(body.mediaType);
  const type = body.mediaType.includes('*') ? 'application/octet-stream' : body.mediaType;
  if (kind === 'text') return { body: 'text', ...(type !== 'text/plain' && { contentType: type }) };
  if (kind === 'binary') return { body: 'binary', ...(type !== 'application/octet-stream' && { contentType: type }) };
  if (body.schema.value === undefined) return {};
  const target = context.document.follow(body.schema);
  const parts = objectParts(target, context);
  if (isEmpty(target, parts)) return {};
  if (!body.required && method === 'DELETE') {
    tell('the body is left out: it is not required');
    return {};
  }
  if (kind === 'xml') return { body: 'xml', request: xmlShape(body.schema, target, context) };
  const request = requestShape(body.schema, parts, kind === 'multipart', context);
  if (kind === 'json')
    return {
      request,
      ...(/^application\/(?:json|\*)|^\*/.test(type) || body.mediaType.includes('*') ? {} : { contentType: type }),
    };
  const nested =
    kind === 'form' && members(body.encoding).some(([, one]) => textOf(below(one, 'style')) === 'deepObject');
  return { body: kind, request, ...(nested && { listStyle: 'indices' as const }) };
}

/** An object that declares no members at all, and takes none. */
function isEmpty(target: Node, parts: ObjectParts | undefined): boolean {
  const schema = objectOf(target);
  return (
    parts === undefined &&
    typesOf(schema)[0] === 'object' &&
    members(below(target, 'properties')).length === 0 &&
    schema['properties'] !== undefined
  );
}

/** What a request never holds (`readOnly`) is left out where it would have to be there; files are what the runtime takes. */
function requestShape(schema: Node, parts: ObjectParts | undefined, files: boolean, context: Conversion): Shape {
  if (parts === undefined) return shapeOf(schema, context);
  const isFile = (node: Node): boolean => files && isBinary(context.document.follow(node));
  const properties = [...parts.properties];
  const hidden = properties.filter(
    ([name, node]) => parts.required.has(name) && isReadOnly(context.document.follow(node)),
  );
  if (hidden.length === 0 && !properties.some(([, node]) => isFile(node))) return shapeOf(schema, context);
  const kept: ObjectParts = {
    ...parts,
    properties: new Map(properties.filter(([, node]) => !isReadOnly(context.document.follow(node)))),
    required: new Set([...parts.required].filter((name) => !hidden.some(([one]) => one === name))),
  };
  const fields = fieldsOf(kept, (node) => (isFile(node) ? FILE : shapeOf(node, context)));
  return fields === undefined ? shapeOf(schema, context) : { fields };
}

function isReadOnly(node: Node): boolean {
  return objectOf(node)['readOnly'] === true;
}

function isBinary(node: Node): boolean {
  const { format, contentMediaType, contentEncoding, type } = objectOf(node);
  return (
    format === 'binary' || type === 'file' || (typeof contentMediaType === 'string' && contentEncoding === undefined)
  );
}

/** The one member of an XML body is its root element. */
function xmlShape(schema: Node, target: Node, context: Conversion): Shape {
  const name = textOf(below(below(target, 'xml'), 'name')) ?? target.path.at(-1) ?? 'root';
  return { fields: { [/^[\w.-]+$/.test(name) ? name : 'root']: shapeOf(schema, context) } };
}

/** What an operation answers as an endpoint has it. */
export function responseOf(
  answer: DocumentedAnswer | undefined,
  context: Conversion,
): Pick<Endpoint, 'response' | 'responseBody'> {
  if (answer?.mediaType === undefined) return {};
  const kind = mediaKind(answer.mediaType);
  if (kind === 'text') return { responseBody: 'text' };
  if (kind !== 'json' && kind !== 'xml') return { responseBody: 'binary' };
  if (answer.schema === undefined) return {};
  if (kind === 'xml') return { responseBody: 'xml', response: 'object' };
  const shape = shapeOf(answer.schema, context);
  const target = context.document.follow(answer.schema);
  return shape === 'any' && !isNullable(objectOf(target)) ? {} : { response: shape };
}
