import { below, members, type Node, type OpenApiDocument } from './document.ts';
import type { DocumentedAnswer, DocumentedBody } from './operation.ts';

/** What a media type is to the spec language. */
export type MediaKind = 'json' | 'form' | 'multipart' | 'xml' | 'text' | 'binary';

export function mediaKind(mediaType: string): MediaKind {
  const type = (mediaType.split(';', 1)[0] ?? '').trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded') return 'form';
  if (type.startsWith('multipart/')) return 'multipart';
  if (/[/+]json\b/.test(type) || type === '*/*' || type === 'application/*') return 'json';
  if (/[/+]xml\b/.test(type)) return 'xml';
  return type.startsWith('text/') ? 'text' : 'binary';
}

/** Of several ways to write the same, the one that says most of it. */
const BODY_ORDER: readonly MediaKind[] = ['json', 'form', 'multipart', 'xml', 'text', 'binary'];

export function bodyOf(node: Node): DocumentedBody | undefined {
  const media = preferred(below(node, 'content'));
  if (media === undefined) return undefined;
  const [mediaType, content] = media;
  return {
    mediaType,
    required: below(node, 'required').value === true,
    schema: below(content, 'schema'),
    encoding: below(content, 'encoding'),
  };
}

/** The answer of a request that went well: the lowest 2xx that holds something. */
export function answerOf(document: OpenApiDocument, responses: Node): DocumentedAnswer | undefined {
  const answers = members(responses)
    .filter(([status]) => /^2(\d\d|XX)$/i.test(status))
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([status, node]) => readAnswer(status, document.follow(node)));
  const fallback = below(responses, 'default');
  if (answers.length === 0 && fallback.value !== undefined) return readAnswer('default', document.follow(fallback));
  return answers.find(({ schema }) => schema !== undefined) ?? answers[0];
}

function readAnswer(status: string, node: Node): DocumentedAnswer {
  const media = preferred(below(node, 'content'));
  const schema = media && below(media[1], 'schema');
  return {
    status,
    mediaType: media?.[0],
    schema: schema?.value === undefined ? undefined : schema,
    headers: members(below(node, 'headers')).map(([name]) => name.toLowerCase()),
  };
}

function preferred(content: Node): readonly [string, Node] | undefined {
  return members(content).toSorted(([left], [right]) => rank(left) - rank(right))[0];
}

function rank(mediaType: string): number {
  const plain = mediaType.toLowerCase().startsWith('application/json') ? 0 : 0.5;
  return BODY_ORDER.indexOf(mediaKind(mediaType)) + plain;
}
