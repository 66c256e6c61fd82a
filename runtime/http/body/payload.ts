/** How the body of a request is written. */
export type BodyKind = 'json' | 'form' | 'multipart' | 'graphql' | 'xml' | 'text' | 'binary';

/** A body as it goes on the wire, and what its `Content-Type` says unless the call says otherwise. */
export interface Payload {
  readonly content: string | Buffer;
  readonly contentType: string;
}

/** Bytes in a value that has to be JSON: `text` is sent as UTF-8, `base64` is decoded. */
export interface BinaryContent {
  readonly text?: string | null | undefined;
  readonly base64?: string | null | undefined;
}

/** A file of a multipart body. */
export interface FileContent extends BinaryContent {
  readonly name: string;
  /** Its media type; `application/octet-stream` where absent. */
  readonly type?: string | null | undefined;
}

/** A value that cannot be written as the body that the endpoint asks for; the message completes "the request body …". */
export class BodyError extends Error {
  override readonly name = 'BodyError';
}
