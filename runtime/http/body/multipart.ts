import { randomUUID } from 'node:crypto';
import { bytesOf } from './bytes.ts';
import { formFields } from './form-fields.ts';
import { BodyError, type FileContent, type Payload } from './payload.ts';

/** RFC 7578: members in order; a member with a `name` and `text` or `base64` is a file, a list of files repeats the name. */
export function multipart(body: unknown): Payload {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new BodyError('is no object, and only an object can be a multipart form');
  const boundary = `flowright-${randomUUID()}`;
  const parts = Object.entries(body).flatMap(([name, value]) => {
    const files = Array.isArray(value) ? value : [value];
    if (files.length > 0 && files.every(isFile)) return files.map((file) => filePart(name, file));
    return formFields({ [name]: value }).map(([field, text]) => part(disposition(field), Buffer.from(text)));
  });
  const content = Buffer.concat([
    ...parts.flatMap((bytes) => [Buffer.from(`--${boundary}\r\n`), bytes, Buffer.from('\r\n')]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  return { content, contentType: `multipart/form-data; boundary=${boundary}` };
}

function filePart(name: string, file: FileContent): Buffer {
  const type = file.type ?? 'application/octet-stream';
  if (!/^[\x20-\x7e]+$/.test(type)) throw new BodyError(`has a file whose type is no media type`);
  return part(`${disposition(name)}; filename="${quoted(file.name)}"\r\nContent-Type: ${type}`, bytesOf(file));
}

function part(head: string, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), content]);
}

function disposition(name: string): string {
  return `Content-Disposition: form-data; name="${quoted(name)}"`;
}

/** As the HTML standard has it ("multipart/form-data encoding algorithm"): what would end the text or the line is escaped. */
function quoted(text: string): string {
  return text.toWellFormed().replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function isFile(value: unknown): value is FileContent {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    ('text' in value || 'base64' in value)
  );
}
