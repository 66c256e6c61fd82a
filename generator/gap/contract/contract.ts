import type { Place } from '../../diagnostics/place.ts';
import type { GapProperty } from '../../ir/logic.ts';
import type { JsonSchema } from '../../shape/json-schema.ts';

/** What a fill has to keep: everything that is known of a gap. Plain data. */
export interface GapContract {
  /** The integration's name. */
  readonly integration: string;
  /** The gap's name in the spec; a `rule` row's is made of its mapping and field. */
  readonly gap: string;
  readonly functionName: string;
  readonly inputType: string;
  readonly outputType: string;
  /**
   * TypeScript declarations of both types and of all they refer to, formatted; the input deeply readonly. They stand in the
   * prompt, before the body that is checked, and in the emitted file.
   */
  readonly types: string;
  /** `export function dealPriority(input: DealPriorityInput): DealPriorityOutput`. */
  readonly signature: string;
  readonly description?: string;
  readonly rule: string;
  readonly criteria: readonly string[];
  /** Those of the criteria that can be tested; absent where none can. */
  readonly properties?: readonly GapProperty[];
  readonly examples: readonly GapExample[];
  /** Self-contained: what they refer to is in their `$defs`. */
  readonly inputSchema: JsonSchema;
  readonly outputSchema: JsonSchema;
  /** Where the gap stands in the spec. */
  readonly place: Place;
}

export interface GapExample {
  readonly in: unknown;
  readonly out: unknown;
  /** Never in a prompt. */
  readonly hidden: boolean;
  readonly note?: string;
}

/** A file that a prompt was given besides the contract; its hash is part of the contract's. */
export interface AttachmentHash {
  /** Relative to the spec's folder, with forward slashes. */
  readonly file: string;
  /** SHA-256 in hex of the file's bytes. */
  readonly sha256: string;
}
