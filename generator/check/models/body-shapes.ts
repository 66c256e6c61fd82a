import type { Endpoint, Shape } from '../../spec/types.ts';

/** Bytes that are sent: `text` goes as UTF-8, `base64` is decoded. */
const BINARY_REQUEST: Shape = { fields: { 'text?': 'string | null', 'base64?': 'string | null' } };
const BINARY_RESPONSE: Shape = { fields: { base64: 'string', contentType: 'string' } };

/** What an endpoint's body and answer hold: as the spec says, or as their kinds say by themselves. */
export function bodyShapes({ body, request, responseBody, response }: Endpoint): {
  readonly request: Shape | undefined;
  readonly response: Shape | undefined;
} {
  return {
    request: request ?? (body === 'text' ? 'string' : body === 'binary' ? BINARY_REQUEST : undefined),
    response:
      response ?? (responseBody === 'text' ? 'string' : responseBody === 'binary' ? BINARY_RESPONSE : undefined),
  };
}
