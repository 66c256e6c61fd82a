import type { Node } from './document.ts';

/** One operation of a document, with the parameters of its path. */
export interface Operation {
  /** What it is called in specs: its operationId as a name, or one made of method and path. */
  readonly id: string;
  readonly operationId: string | undefined;
  readonly method: Method;
  readonly path: string;
  readonly summary: string | undefined;
  readonly tags: readonly string[];
  readonly parameters: readonly DocumentedParameter[];
  readonly body: DocumentedBody | undefined;
  readonly answer: DocumentedAnswer | undefined;
  /** The base URL that it has of its own. */
  readonly servers: Node | undefined;
  readonly node: Node;
}

export const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head'] as const;
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';

export interface DocumentedParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required: boolean;
  readonly schema: Node | undefined;
  /** Of OpenAPI: form, spaceDelimited, deepObject, …; `json` where it has a content instead of a schema. */
  readonly style: string;
  readonly explode: boolean;
}

export interface DocumentedBody {
  readonly mediaType: string;
  readonly required: boolean;
  readonly schema: Node;
  /** How members of a form are written, by their names. */
  readonly encoding: Node;
}

export interface DocumentedAnswer {
  readonly status: string;
  readonly mediaType: string | undefined;
  readonly schema: Node | undefined;
  /** The names of its headers, in small letters. */
  readonly headers: readonly string[];
}
