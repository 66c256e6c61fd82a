import { isUtf8 } from 'node:buffer';
import { fromXml } from '../http/body/xml.ts';
import { readForm } from './read-form.ts';

/** A request body as data: parsed where its type is known, otherwise text. */
export interface RequestBody {
  readonly body?: unknown;
  /** It claims to be JSON and is not. */
  readonly malformed?: boolean;
}

/** Reads the body of a request by its content type; one without a type is JSON where it can be. */
export async function readBody(request: Request): Promise<RequestBody> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'multipart/form-data') return readMultipart(request);
  const text = await request.text();
  if (text === '') return {};
  if (type === 'application/x-www-form-urlencoded') return { body: readForm(new URLSearchParams(text)) };
  if (/^(?:application|text)\/(?:.*\+)?xml$/.test(type)) return { body: (await fromXml(text)) ?? text };
  const json = parseJson(text);
  if (json !== undefined && (type === '' || isJsonType(type))) return { body: json.value };
  return isJsonType(type) ? { body: text, malformed: true } : { body: text };
}

function isJsonType(type: string): boolean {
  return type === 'application/json' || type.endsWith('+json');
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Fields by name; a file is what a client gave as one: name, type, and its content as text, or as base64 where it is none. */
async function readMultipart(request: Request): Promise<RequestBody> {
  try {
    const fields = await Promise.all(
      [...(await request.formData())].map(async ([name, value]): Promise<[string, unknown]> => [
        name,
        typeof value === 'string' ? value : await fileOf(value),
      ]),
    );
    return { body: Object.fromEntries(fields) };
  } catch {
    return { malformed: true };
  }
}

async function fileOf(file: File): Promise<unknown> {
  const bytes = Buffer.from(await file.arrayBuffer());
  const content = isUtf8(bytes) ? { text: bytes.toString('utf8') } : { base64: bytes.toString('base64') };
  return { name: file.name, type: file.type, ...content };
}
