import { below, items, members, textOf, type Node, type OpenApiDocument } from './document.ts';
import { idOf, unique } from './names.ts';
import { METHODS, type DocumentedParameter, type Method, type Operation } from './operation.ts';
import { answerOf, bodyOf } from './media.ts';

const HTTP: Readonly<Record<(typeof METHODS)[number], Method>> = {
  get: 'GET',
  post: 'POST',
  put: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
  head: 'HEAD',
};

/** Headers that are no parameters, whatever a document says: OpenAPI has them said elsewhere. */
const OTHER_HEADERS: ReadonlySet<string> = new Set(['accept', 'content-type', 'authorization']);

/** Every operation of a document, in its order. */
export function operationsOf(document: OpenApiDocument): readonly Operation[] {
  const operations: Operation[] = [];
  const ids = new Set<string>();
  for (const [path, declared] of members(below(document.root, 'paths'))) {
    if (!path.startsWith('/')) continue;
    const item = document.follow(declared);
    for (const method of METHODS) {
      const node = document.follow(below(item, method));
      if (typeof node.value !== 'object' || node.value === null) continue;
      const operationId = textOf(below(node, 'operationId'));
      const id = unique(idOf(operationId ?? `${method} ${path}`), ids);
      ids.add(id);
      operations.push(readOperation(document, { id, operationId, method: HTTP[method], path }, item, node));
    }
  }
  return operations;
}

function readOperation(
  document: OpenApiDocument,
  known: Pick<Operation, 'id' | 'operationId' | 'method' | 'path'>,
  item: Node,
  node: Node,
): Operation {
  const body = bodyOf(document.follow(below(node, 'requestBody')));
  const servers = [below(node, 'servers'), below(item, 'servers')].find((one) => items(one).length > 0);
  return {
    ...known,
    summary: textOf(below(node, 'summary')),
    tags: items(below(node, 'tags')).flatMap((tag) => textOf(tag) ?? []),
    parameters: parametersOf(document, [below(item, 'parameters'), below(node, 'parameters')]),
    body: known.method === 'GET' || known.method === 'HEAD' ? undefined : body,
    answer: answerOf(document, below(node, 'responses')),
    servers,
    node,
  };
}

/** Parameters of the path and of the operation; the operation's own word counts. */
function parametersOf(document: OpenApiDocument, lists: readonly Node[]): readonly DocumentedParameter[] {
  const found = new Map<string, DocumentedParameter>();
  for (const declared of lists.flatMap(items)) {
    const parameter = readParameter(document.follow(declared));
    if (parameter !== undefined) found.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...found.values()];
}

function readParameter(node: Node): DocumentedParameter | undefined {
  const name = textOf(below(node, 'name'));
  const place = textOf(below(node, 'in'));
  if (name === undefined) return undefined;
  if (place !== 'path' && place !== 'query' && place !== 'header' && place !== 'cookie') return undefined;
  if (place === 'header' && OTHER_HEADERS.has(name.toLowerCase())) return undefined;
  const schema = below(node, 'schema');
  const [content] = members(below(node, 'content'));
  const style = textOf(below(node, 'style')) ?? (place === 'query' || place === 'cookie' ? 'form' : 'simple');
  const explode = below(node, 'explode').value;
  return {
    name,
    in: place,
    required: place === 'path' || below(node, 'required').value === true,
    schema: schema.value === undefined ? content && below(content[1], 'schema') : schema,
    style: schema.value === undefined && content !== undefined ? 'json' : style,
    explode: typeof explode === 'boolean' ? explode : style === 'form',
  };
}
