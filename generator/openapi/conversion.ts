import type { Node, OpenApiDocument } from './document.ts';

/** What the schemas of a document are converted with. */
export interface Conversion {
  readonly document: OpenApiDocument;
  /** The name of the model that a reference leads to, which the result then needs. */
  readonly model: (reference: Node) => string;
  /** The places whose members are being written out where they are part of something else: once within themselves is enough. */
  readonly inside: Set<string>;
}
