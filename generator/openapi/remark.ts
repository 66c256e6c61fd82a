/** Something of a document that the spec language does not say, and what became of it. */
export interface Remark {
  /** The operation, scheme or server that it is about. */
  readonly of: string;
  /** 'the cookie parameter 'sid' is left out'. */
  readonly what: string;
}

export type Tell = (what: string) => void;
