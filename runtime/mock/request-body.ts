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

/** Fields by name; of a file only what can be compared and logged. */
async function readMultipart(request: Request): Promise<RequestBody> {
  try {
    const fields = [...(await request.formData())].map(([name, value]): [string, unknown] => [
      name,
      typeof value === 'string' ? value : { name: value.name, type: value.type, size: value.size },
    ]);
    return { body: Object.fromEntries(fields) };
  } catch {
    return { malformed: true };
  }
}
