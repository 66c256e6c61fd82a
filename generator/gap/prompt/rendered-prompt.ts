/** A turn of a conversation. */
export interface Turn {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

/** Exactly what is sent to a model, but for its name and limits. */
export interface RenderedPrompt {
  /** `fill@v1`. */
  readonly prompt: string;
  /** SHA-256 in hex of the templates that made it. */
  readonly promptHash: string;
  readonly system: string;
  readonly turns: readonly Turn[];
}
