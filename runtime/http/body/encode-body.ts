import { bytesOf } from './bytes.ts';
import { formFields, type FormListStyle } from './form-fields.ts';
import { multipart } from './multipart.ts';
import { type BodyKind, BodyError, type Payload } from './payload.ts';
import { toXml } from './xml.ts';

/** What some kinds of bodies need to know beside the value. */
export interface BodyOptions {
  /** The text of a GraphQL operation, whose variables the body is. */
  readonly document?: string | undefined;
  /** How lists stand in a form; repeat where absent. */
  readonly formLists?: FormListStyle | undefined;
}

/** Writes a body as its endpoint asks. */
export function encodeBody(
  kind: BodyKind,
  body: unknown,
  { document, formLists }: BodyOptions = {},
): Payload | Promise<Payload> {
  switch (kind) {
    case 'json':
      return { content: json(body), contentType: 'application/json' };
    case 'graphql':
      return { content: json({ query: document, variables: body }), contentType: 'application/json' };
    case 'form':
      return {
        content: formText(body, formLists),
        contentType: 'application/x-www-form-urlencoded',
      };
    case 'multipart':
      return multipart(body);
    case 'xml':
      return toXml(body).then((content) => ({ content, contentType: 'application/xml' }));
    case 'text':
      return { content: String(body), contentType: 'text/plain; charset=utf-8' };
    case 'binary':
      return { content: bytesOf(body), contentType: 'application/octet-stream' };
  }
}

function json(body: unknown): string {
  try {
    return JSON.stringify(body);
  } catch (error) {
    throw new BodyError(`cannot be written as JSON: ${error instanceof Error ? error.message : 'unknown'}`);
  }
}

/** As the URL standard has it: a blank is `+`. */
function formText(body: unknown, style: FormListStyle | undefined): string {
  const fields = new URLSearchParams();
  for (const [name, value] of formFields(body, style)) fields.append(name.toWellFormed(), value.toWellFormed());
  return fields.toString();
}
