/** One workflow as a picture has it: what starts it, and its steps as a tree of cards. */
export interface Flow {
  readonly id: string;
  readonly title: string;
  /** The integration's title. */
  readonly integration: string;
  /** Titles of the systems that take part, in the order of the spec; a card names its own by position. */
  readonly systems: readonly string[];
  readonly start: FlowCard;
  readonly steps: readonly FlowStep[];
}

export type FlowStep =
  | { readonly kind: 'card'; readonly card: FlowCard }
  /** `failsIf`: the run ends with `code` where the condition is this. */
  | {
      readonly kind: 'guard';
      readonly card: FlowCard;
      readonly failsIf: 'yes' | 'no';
      readonly code: string;
      readonly message?: string;
    }
  | {
      readonly kind: 'branch';
      readonly card: FlowCard;
      readonly yes: readonly FlowStep[];
      readonly no: readonly FlowStep[];
    }
  | { readonly kind: 'loop'; readonly card: FlowCard; readonly steps: readonly FlowStep[] }
  /** Steps that work out one value, which `result` says. */
  | { readonly kind: 'group'; readonly card: FlowCard; readonly steps: readonly FlowStep[]; readonly result: FlowCard };

export type FlowRole =
  | 'webhook'
  | 'schedule'
  | 'manual'
  | 'call'
  | 'map'
  | 'gap'
  | 'guard'
  | 'branch'
  | 'items'
  | 'pages'
  | 'set'
  | 'checkpoint'
  | 'respond'
  | 'return'
  | 'stop'
  | 'records'
  | 'wait'
  | 'start';

export interface FlowCard {
  readonly role: FlowRole;
  /** What it is, in a word or two: `Call`. */
  readonly label: string;
  /** A name, a path or a condition. */
  readonly title: string;
  readonly lines: readonly FlowLine[];
  /** Position in the flow's systems. */
  readonly system?: number;
  /** The name that later steps know its result by. */
  readonly binds?: string;
  /** Gaps in it that nobody has filled. */
  readonly gaps: readonly string[];
  /** Why, in the author's words. */
  readonly note?: string;
}

export interface FlowLine {
  readonly text: string;
  readonly code: boolean;
}
