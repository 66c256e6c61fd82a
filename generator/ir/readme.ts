import type { Flow } from './flow.ts';

/** Text with pieces of code in it; a plain text has none. */
export type RichText = string | readonly (string | { readonly code: string })[];

/** One line of an outline; `depth` counts the lines around it. */
export interface OutlineLine {
  readonly depth: number;
  readonly text: RichText;
}

/** What the output's README says, all of it derived from the spec: the template decides how it looks. */
export interface ReadmePlan {
  readonly types: readonly string[];
  readonly systems: readonly {
    readonly title: string;
    readonly docs?: string;
    readonly auth: RichText;
    readonly baseUrl: string;
    readonly rateLimit?: string;
  }[];
  readonly workflows: readonly {
    readonly title: string;
    readonly description?: string;
    readonly story?: { readonly trigger?: string; readonly logic?: string; readonly result?: string };
    readonly userStories: readonly string[];
    readonly prompt?: string;
    readonly trigger: RichText;
    /** The workflow as a picture. */
    readonly flow: Flow;
    /** Steps as an outline. */
    readonly steps: readonly OutlineLine[];
    readonly criteria: readonly {
      readonly id: string;
      readonly text: string;
      readonly verified: 'generated test' | 'not verified';
    }[];
  }[];
  readonly mappings: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly rows: readonly { readonly to: string; readonly from: string; readonly rule: string }[];
  }[];
  readonly gaps: readonly {
    readonly id: string;
    readonly rule: string;
    readonly state: 'ok' | 'missing' | 'stale' | 'edited' | 'broken';
  }[];
  readonly tenants?: string;
  readonly questions: readonly {
    readonly question: string;
    readonly impact?: string;
    readonly priority?: string;
    readonly answer?: string;
  }[];
  readonly assumptions: readonly string[];
  /** Parts of the spec that are accepted and have no effect yet. */
  readonly withoutEffect: readonly string[];
}
