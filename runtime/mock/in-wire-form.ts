import { XMLBuilder } from 'fast-xml-parser';
import { XML_NAMES } from '../http/body/xml.ts';
import type { MockEndpoint } from './definition.ts';
import type { MockAnswer } from './mock-request.ts';

/** A success as the endpoint writes it: `data` of GraphQL, XML, text, bytes. Failures stay as they are. */
export function inWireForm({ document, answers }: MockEndpoint, answer: MockAnswer): MockAnswer {
  const { status, headers, body } = answer;
  if (status >= 300) return document === undefined ? answer : { ...answer, status: 200, body: { errors: [body] } };
  if (document !== undefined) return { ...answer, status: 200, body: { data: body ?? null } };
  switch (answers) {
    case 'text':
      return typed(answer, 'text/plain; charset=utf-8', typeof body === 'string' ? body : JSON.stringify(body ?? ''));
    case 'xml':
      return typed(answer, 'application/xml', new XMLBuilder(XML_NAMES).build(body));
    case 'binary': {
      const { base64, contentType }: { readonly base64?: unknown; readonly contentType?: unknown } = Object(body);
      const type = typeof contentType === 'string' ? contentType : 'application/octet-stream';
      const bytes = Buffer.from(typeof base64 === 'string' ? base64 : '', 'base64');
      return { status, headers: { ...headers, 'content-type': type }, body: bytes };
    }
    default:
      return answer;
  }
}

function typed(answer: MockAnswer, type: string, body: string): MockAnswer {
  return { ...answer, headers: { ...answer.headers, 'content-type': type }, body };
}
