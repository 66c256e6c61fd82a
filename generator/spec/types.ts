// Made from spec/integration.schema.json by `npm run schema:types`. Do not edit.

/**
 * A file, relative to the spec.
 */
export type File = string;
/**
 * The name of an environment variable: capital letters, digits and _.
 */
export type SettingName = string;
/**
 * How requests to the system are authenticated; a list: in each of these ways at once.
 */
export type SystemAuth = Auth | Auth[];
/**
 * How requests to the system are authenticated.
 */
export type Auth =
  | {
      apiKey: ApiKeyAuth;
    }
  | {
      basic: {
        username: SettingOrText;
        password: SettingOrText;
      };
    }
  | {
      bearer: {
        secret: SettingName;
      };
    }
  | {
      oauth2: OAuth2;
    }
  | {
      jwt: JwtAuth;
    }
  | {
      exchange: ExchangeAuth;
    }
  | {
      signature: RequestSignature;
    }
  | {
      awsSigV4: AwsSigV4;
    }
  | {
      oauth1: OAuth1;
    }
  | {
      mtls: Mtls;
    }
  | {
      /**
       * The system asks for no credentials.
       */
      none: true;
    };
export type ApiKeyAuth =
  | {
      /**
       * Header that carries the key.
       */
      header: string;
      /**
       * What stands before the key: 'Token '.
       */
      prefix?: string;
      secret: SettingName;
    }
  | {
      /**
       * Query parameter that carries the key.
       */
      query: string;
      secret: SettingName;
    }
  | {
      /**
       * Cookie that carries the key.
       */
      cookie: string;
      secret: SettingName;
    };
/**
 * A value of the environment, or plain text.
 */
export type SettingOrText =
  | {
      secret: SettingName;
    }
  | string;
/**
 * Default the setting <SYSTEM>_CLIENT_SECRET; none for a public client.
 */
export type ClientSecret = SettingSecret | 'none';
/**
 * What a JWT is signed with (RFC 7518).
 */
export type JwtAlgorithm =
  | 'RS256'
  | 'RS384'
  | 'RS512'
  | 'PS256'
  | 'PS384'
  | 'PS512'
  | 'ES256'
  | 'ES384'
  | 'ES512'
  | 'EdDSA'
  | 'HS256'
  | 'HS384'
  | 'HS512';
/**
 * A length of time: 500ms, 30s, 5m, 48h, 7d.
 */
export type Duration = string;
/**
 * Where the answer has the token: a path of the body, or a header.
 */
export type TokenFrom =
  | Path
  | {
      /**
       * A header of the answer.
       */
      header: string;
    };
/**
 * A path into a value: customer.email, line_items[0].sku, line_items[].sku, ["odd key"]; '.' is the value itself.
 */
export type Path = string;
/**
 * How requests carry the token; default Authorization: Bearer.
 */
export type TokenSent =
  | {
      /**
       * Header that carries the token.
       */
      header: string;
      /**
       * What stands before it: 'Token '.
       */
      prefix?: string;
    }
  | {
      /**
       * Query parameter that carries the token.
       */
      query: string;
    }
  | {
      /**
       * Cookie that carries the token.
       */
      cookie: string;
    };
export type SignedPart =
  | ('method' | 'path' | 'query' | 'target' | 'host' | 'body' | 'bodyHash' | 'timestamp' | 'nonce')
  | {
      text: string;
    }
  | {
      /**
       * The value of a header of the request.
       */
      header: string;
    }
  | SettingSecret;
/**
 * A status, a class of statuses, or a failure of the network or the clock.
 */
export type RetryOn = number | ('1xx' | '3xx' | '4xx' | '5xx' | 'network' | 'timeout');
/**
 * A data model: its fields in short form, payloads to infer it from, or a JSON Schema (inline, or $ref to a file).
 */
export type Model =
  | {
      fields: Fields;
      description?: string;
      examples?: unknown[];
      id?: Path;
    }
  | {
      /**
       * Example payloads, as JSON files.
       */
      infer: File | File[];
      at?: Path;
      description?: string;
      id?: Path;
    }
  | {
      like: Id;
      /**
       * No field may be null; one that may be null there may be absent here, at any depth.
       */
      nulls?: 'omit';
      /**
       * These of its fields alone.
       */
      only?: string[];
      /**
       * All of its fields but these.
       */
      except?: string[];
      fields?: Fields;
      description?: string;
      id?: Path;
    }
  | JsonSchema;
/**
 * A type by name, a list of one shape, an object by its fields, or a JSON Schema.
 */
export type Shape =
  | TypeName
  | Shape[]
  | {
      fields: Fields;
      /**
       * The value may be null.
       */
      nullable?: boolean;
      description?: string;
    }
  | JsonSchema;
/**
 * A type: string, number, integer, boolean, datetime, date, object, any, null, a model's name, or a value: 'open'; with [] for a list, and | between several.
 */
export type TypeName = string;
/**
 * A name: a letter, then letters and digits.
 */
export type Id = string;
/**
 * A constant, or an object that declares a parameter of the call.
 */
export type Parameter =
  | (string | number | boolean)
  | {
      type?: Shape;
      /**
       * Sent only when given.
       */
      optional?: boolean;
      default?: string | number | boolean;
      description?: string;
      style?: ListStyle;
      /**
       * An empty list is sent, as an empty value; it is left out otherwise.
       */
      sendEmpty?: boolean;
    }
  | Shape[];
/**
 * comma a=1,2; repeat a=1&a=2; brackets a[]=1&a[]=2; indices a[0]=1&a[1]=2; space a=1 2; pipe a=1|2; json a=[1,2].
 */
export type ListStyle = 'comma' | 'repeat' | 'brackets' | 'indices' | 'space' | 'pipe' | 'json';
/**
 * How further pages are asked for.
 */
export type Pagination =
  | {
      cursor: {
        /**
         * What carries the cursor: a query parameter, a header, a parameter of the path, or a path in the body (variables.after).
         */
        param: string;
        in?: PageParameterPlace;
        from: CursorFrom;
        /**
         * What is found there is a URL; the cursor is this query parameter of it, decoded.
         */
        urlParam?: string;
        more?: Path;
        last?: Path;
        /**
         * Query parameters that are not sent beside a cursor: a first page is asked for with them, the others with the cursor alone.
         */
        replaces?: string[];
        continue?: Id;
      };
      items: Path;
      size?: PageSize;
      maxPages?: MaxPages;
      empty?: EmptyPage;
      unique?: Path;
    }
  | {
      page: {
        /**
         * What carries the number.
         */
        param: string;
        in?: PageParameterPlace;
        /**
         * The number of the first page; default 1.
         */
        first?: number;
        total?: Path;
        more?: Path;
        last?: Path;
      };
      items: Path;
      size?: PageSize;
      maxPages?: MaxPages;
      empty?: EmptyPage;
      unique?: Path;
      /**
       * A page with fewer items than its size is the last one, also where the size was asked for.
       */
      short?: 'stop';
    }
  | {
      offset: {
        /**
         * What carries the offset.
         */
        param: string;
        in?: PageParameterPlace;
        total?: Path;
        more?: Path;
        last?: Path;
      };
      items: Path;
      size?: PageSize;
      maxPages?: MaxPages;
      empty?: EmptyPage;
      unique?: Path;
      /**
       * A page with fewer items than its size is the last one, also where the size was asked for.
       */
      short?: 'stop';
    }
  | {
      nextUrl: {
        from: Path;
        more?: Path;
        last?: Path;
      };
      items: Path;
      size?: PageSize;
      maxPages?: MaxPages;
      empty?: EmptyPage;
      unique?: Path;
    }
  | {
      /**
       * Follow the Link header's rel=next.
       */
      link: true;
      items: Path;
      size?: PageSize;
      maxPages?: MaxPages;
      empty?: EmptyPage;
      unique?: Path;
    }
  | {
      keyset: {
        /**
         * What carries the keys, and where the answer holds them: { since: 'data[-1].updated_at', after: 'data[-1].id' }.
         */
        params: {
          [k: string]: Path;
        };
        in?: PageParameterPlace;
        more?: Path;
        last?: Path;
      };
      items: Path;
      size?: PageSize;
      maxPages?: MaxPages;
      empty?: EmptyPage;
      unique?: Path;
      /**
       * A page with fewer items than its size is the last one, also where the size was asked for.
       */
      short?: 'stop';
    }
  | {
      window: {
        /**
         * The query parameter that carries where a piece begins; what the call gives for it is where the span does.
         */
        from: string;
        /**
         * The query parameter that carries where a piece ends; what the call gives for it is where the span does.
         */
        to: string;
        size: Duration;
        format?: WindowFormat;
      };
      items: Path;
      size?: PageSize;
      maxPages?: MaxPages;
      empty?: EmptyPage;
      unique?: Path;
    };
/**
 * Where the request carries it; default query.
 */
export type PageParameterPlace = 'query' | 'body' | 'header' | 'path';
/**
 * Where the response holds the next cursor: meta.next, or data[-1].id for a field of the last item.
 */
export type CursorFrom =
  | Path
  | Path[]
  | {
      /**
       * A header of the answer.
       */
      header: string;
    };
/**
 * A cap on the pages of one run; default 10000.
 */
export type MaxPages = number;
/**
 * Whether a page without items is the end, whatever else the answer says.
 */
export type EmptyPage = 'stop' | 'continue';
/**
 * How the system takes times; default iso.
 */
export type WindowFormat = 'iso' | 'date' | 'epochSeconds' | 'epochMillis';
export type StatusCondition = number | ('1xx' | '2xx' | '3xx' | '4xx' | '5xx');
/**
 * A failure code in snake_case, 'success' where the answer is no failure, or 'retry'.
 */
export type ErrorOutcome = string;
/**
 * What certain answers mean; the first that fits decides.
 */
export type Errors = {
  status?:
    | StatusCondition
    | {
        not: StatusCondition;
      };
  /**
   * The body is empty.
   */
  empty?: true;
  body?: Path;
  /**
   * The value it must have.
   */
  equals?: unknown;
  code: ErrorOutcome;
  message?: Path;
}[];
export type Idempotency =
  | 'safe'
  | {
      /**
       * The header in which the API takes an idempotency key.
       */
      header: string;
    };
/**
 * A lookup table, inline or as a JSON file.
 */
export type Table =
  | {
      [k: string]: string | number | boolean | null;
    }
  | File;
/**
 * The source's model, or several named sources: { order: Order, contactId: string }.
 */
export type MappingFrom =
  | TypeName
  | {
      [k: string]: Shape;
    };
/**
 * Copy every field that both models declare, down to the last object; rows come on top.
 */
export type Project =
  | boolean
  | {
      from?: Path;
      /**
       * The fields that are copied, and no others: [id, customer.email, 'lines[].sku'].
       */
      only?: Path[];
      /**
       * Fields that are not copied.
       */
      except?: Path[];
      /**
       * What is null is left out, too, where the target can do without it.
       */
      absent?: 'omit';
      /**
       * Null and empty texts and lists are left out, too, where the target can do without them.
       */
      empty?: 'omit';
    };
/**
 * One line of a mapping table.
 */
export type Row =
  | {
      to: Path;
      from: Sources;
      map?: Id;
      /**
       * Operations, left to right.
       */
      pipe?: Op[];
      /**
       * Used where the value is absent or null. Plain data.
       */
      default?: unknown;
      /**
       * What stands in the target where the value is absent or null: nothing, null, or the empty value of its type.
       */
      absent?: 'omit' | 'null' | 'empty';
      when?: Expression;
      /**
       * Why; becomes a comment.
       */
      note?: string;
    }
  | {
      to: Path;
      /**
       * Plain data.
       */
      const: unknown;
      /**
       * Operations, left to right.
       */
      pipe?: Op[];
      /**
       * Used where the value is absent or null. Plain data.
       */
      default?: unknown;
      /**
       * What stands in the target where the value is absent or null: nothing, null, or the empty value of its type.
       */
      absent?: 'omit' | 'null' | 'empty';
      when?: Expression;
      /**
       * Why; becomes a comment.
       */
      note?: string;
    }
  | {
      to: Path;
      template: Template;
      /**
       * Operations, left to right.
       */
      pipe?: Op[];
      /**
       * Used where the value is absent or null. Plain data.
       */
      default?: unknown;
      /**
       * What stands in the target where the value is absent or null: nothing, null, or the empty value of its type.
       */
      absent?: 'omit' | 'null' | 'empty';
      when?: Expression;
      /**
       * Why; becomes a comment.
       */
      note?: string;
    }
  | {
      to: Path;
      expr: Expression;
      /**
       * Operations, left to right.
       */
      pipe?: Op[];
      /**
       * Used where the value is absent or null. Plain data.
       */
      default?: unknown;
      /**
       * What stands in the target where the value is absent or null: nothing, null, or the empty value of its type.
       */
      absent?: 'omit' | 'null' | 'empty';
      when?: Expression;
      /**
       * Why; becomes a comment.
       */
      note?: string;
    }
  | {
      to: Path;
      jsonata: Jsonata;
      /**
       * Operations, left to right.
       */
      pipe?: Op[];
      /**
       * Used where the value is absent or null. Plain data.
       */
      default?: unknown;
      /**
       * What stands in the target where the value is absent or null: nothing, null, or the empty value of its type.
       */
      absent?: 'omit' | 'null' | 'empty';
      when?: Expression;
      /**
       * Why; becomes a comment.
       */
      note?: string;
    }
  | {
      to: Path;
      logic: Id;
      with?: Inputs;
      /**
       * Operations, left to right.
       */
      pipe?: Op[];
      /**
       * Used where the value is absent or null. Plain data.
       */
      default?: unknown;
      /**
       * What stands in the target where the value is absent or null: nothing, null, or the empty value of its type.
       */
      absent?: 'omit' | 'null' | 'empty';
      when?: Expression;
      /**
       * Why; becomes a comment.
       */
      note?: string;
    }
  | {
      to: Path;
      /**
       * The rule in words; becomes a gap with the types of this row.
       */
      rule: string;
      with?: Inputs;
      criteria?: GapCriteria;
      examples?: GapExamples;
      /**
       * Operations, left to right.
       */
      pipe?: Op[];
      /**
       * Used where the value is absent or null. Plain data.
       */
      default?: unknown;
      /**
       * What stands in the target where the value is absent or null: nothing, null, or the empty value of its type.
       */
      absent?: 'omit' | 'null' | 'empty';
      when?: Expression;
      /**
       * Why; becomes a comment.
       */
      note?: string;
    }
  | {
      /**
       * The fields that are copied: [id, name, customer.email].
       */
      copy: Path[];
      from?: Path;
      to?: Path;
      map?: Id;
      /**
       * Operations, left to right.
       */
      pipe?: Op[];
      /**
       * Used where the value is absent or null. Plain data.
       */
      default?: unknown;
      /**
       * What stands in the target where the value is absent or null: nothing, null, or the empty value of its type.
       */
      absent?: 'omit' | 'null' | 'empty';
      when?: Expression;
      /**
       * Why; becomes a comment.
       */
      note?: string;
    };
/**
 * A path, or several of which the first that is present wins.
 */
export type Sources = Path | Path[];
/**
 * One operation on the value so far.
 */
export type Op =
  | (
      | 'number'
      | 'integer'
      | 'string'
      | 'boolean'
      | 'trim'
      | 'upper'
      | 'lower'
      | 'first'
      | 'last'
      | 'count'
      | 'sum'
      | 'min'
      | 'max'
      | 'unique'
      | 'flatten'
      | 'compact'
      | 'entries'
      | 'fromEntries'
      | 'sort'
      | 'nonEmpty'
      | 'keys'
      | 'values'
      | 'urlEncode'
      | 'list'
    )
  | {
      /**
       * Keeps a value of this type; anything else counts as absent.
       */
      typed: 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array';
    }
  | {
      date:
        | DateFormat
        | {
            from?: DateFormat;
            to: DateFormat;
            /**
             * IANA time zone of dates without an offset; default UTC.
             */
            zone?: string;
            /**
             * What becomes of a value that is no such date: it is kept, or counts as absent. Without it the run fails.
             */
            otherwise?: 'keep' | 'omit';
          };
    }
  | {
      lookup: Id;
    }
  | {
      split: string;
    }
  | {
      replace: {
        find: string;
        with: string;
      };
    }
  | {
      slice: number[];
    }
  | {
      /**
       * Digits after the point.
       */
      round: number;
    }
  | {
      multiply: number;
    }
  | {
      add: number;
    }
  | {
      get: Path;
    }
  | {
      filter: Expression;
    }
  | {
      find: Expression;
    }
  | {
      at: number;
    }
  | {
      sum: Path;
    }
  | {
      /**
       * The smallest or largest value of the items' field; with 'as' of the items themselves, too.
       */
      min:
        | Path
        | {
            by?: Path;
            /**
             * How texts are compared: by their letters (default), or by the numbers that they write, of any size where they are whole.
             */
            as: 'number' | 'text' | 'wholeNumber';
          };
    }
  | {
      /**
       * The smallest or largest value of the items' field; with 'as' of the items themselves, too.
       */
      max:
        | Path
        | {
            by?: Path;
            /**
             * How texts are compared: by their letters (default), or by the numbers that they write, of any size where they are whole.
             */
            as: 'number' | 'text' | 'wholeNumber';
          };
    }
  | {
      unique:
        | Path
        | {
            by?: Path;
            /**
             * Which of equal items is kept; the last one stands in the place of the first.
             */
            keep: 'first' | 'last';
          };
    }
  | {
      sort:
        | Path
        | {
            by?: Path;
            order?: 'ascending' | 'descending';
            /**
             * How texts are compared: by their letters (default), or by the numbers that they write, of any size where they are whole.
             */
            as?: 'number' | 'text' | 'wholeNumber';
          };
    }
  | {
      join: string;
    }
  | {
      map: Id;
    }
  | {
      json: 'parse' | 'stringify';
    }
  | {
      base64: 'encode' | 'decode';
    }
  | {
      hash: 'md5' | 'sha1' | 'sha256' | 'sha512';
    }
  | {
      /**
       * The value of this parameter of a URL.
       */
      queryParam: string;
    }
  | {
      /**
       * Without this beginning, where the text has it.
       */
      removePrefix: string;
    }
  | {
      /**
       * Without this end, where the text has it.
       */
      removeSuffix: string;
    }
  | {
      /**
       * Filled up to a length from the left; with blanks, or with this.
       */
      padStart: {
        length: number;
        with?: string;
      };
    }
  | {
      /**
       * The item with the largest value of this field.
       */
      maxBy:
        | Path
        | {
            by: Path;
            /**
             * How texts are compared: by their letters (default), or by the numbers that they write, of any size where they are whole.
             */
            as?: 'number' | 'text' | 'wholeNumber';
          };
    }
  | {
      /**
       * The item with the smallest value of this field.
       */
      minBy:
        | Path
        | {
            by: Path;
            /**
             * How texts are compared: by their letters (default), or by the numbers that they write, of any size where they are whole.
             */
            as?: 'number' | 'text' | 'wholeNumber';
          };
    }
  | {
      until: Expression;
    }
  | {
      /**
       * The first so many items; all where the number is missing.
       */
      take: number | Expression;
    }
  | {
      /**
       * All but the first so many items.
       */
      drop: number | Expression;
    }
  | {
      /**
       * Lists of at most so many items.
       */
      chunk: number;
    }
  | {
      group: Path;
    }
  | {
      keyed: Path;
    }
  | {
      merge: Path;
    }
  | {
      /**
       * Lists of cells as objects, by the names of their columns.
       */
      records: {
        /**
         * The names of the columns: a path to them, or the names.
         */
        columns: Path | string[];
        /**
         * The case of the names; default keep.
         */
        case?: 'lower' | 'upper' | 'keep';
      };
    }
  | {
      /**
       * Operations on each item of a list; an item of which nothing is left is left out.
       */
      each: Op[];
    };
/**
 * iso (2026-01-31T08:00:00.000Z), isoDate (2026-01-31), epochSeconds, epochMillis, or a pattern such as dd.MM.yyyy HH:mm.
 */
export type DateFormat = string;
/**
 * A restricted TypeScript expression over the names in scope: a path, comparisons, arithmetic, conditionals and the standard functions.
 */
export type Expression = string;
/**
 * Text in which {expression} stands for a value; {{ and }} are literal braces.
 */
export type Template = string;
/**
 * A JSONata expression, for mappings that exist already: compiled where the models make it safe, else refused with the reason.
 */
export type Jsonata = string;
/**
 * Where a value comes from.
 */
export type Value =
  | {
      from: Sources;
      map?: Id;
      /**
       * Operations, left to right.
       */
      pipe?: Op[];
      /**
       * Used where the value is absent or null. Plain data.
       */
      default?: unknown;
      /**
       * What stands in the target where the value is absent or null: nothing, null, or the empty value of its type.
       */
      absent?: 'omit' | 'null' | 'empty';
      when?: Expression;
      /**
       * Why; becomes a comment.
       */
      note?: string;
    }
  | {
      /**
       * Plain data.
       */
      const: unknown;
      /**
       * Operations, left to right.
       */
      pipe?: Op[];
      /**
       * Used where the value is absent or null. Plain data.
       */
      default?: unknown;
      /**
       * What stands in the target where the value is absent or null: nothing, null, or the empty value of its type.
       */
      absent?: 'omit' | 'null' | 'empty';
      when?: Expression;
      /**
       * Why; becomes a comment.
       */
      note?: string;
    }
  | {
      template: Template;
      /**
       * Operations, left to right.
       */
      pipe?: Op[];
      /**
       * Used where the value is absent or null. Plain data.
       */
      default?: unknown;
      /**
       * What stands in the target where the value is absent or null: nothing, null, or the empty value of its type.
       */
      absent?: 'omit' | 'null' | 'empty';
      when?: Expression;
      /**
       * Why; becomes a comment.
       */
      note?: string;
    }
  | {
      expr: Expression;
      /**
       * Operations, left to right.
       */
      pipe?: Op[];
      /**
       * Used where the value is absent or null. Plain data.
       */
      default?: unknown;
      /**
       * What stands in the target where the value is absent or null: nothing, null, or the empty value of its type.
       */
      absent?: 'omit' | 'null' | 'empty';
      when?: Expression;
      /**
       * Why; becomes a comment.
       */
      note?: string;
    }
  | {
      jsonata: Jsonata;
      /**
       * Operations, left to right.
       */
      pipe?: Op[];
      /**
       * Used where the value is absent or null. Plain data.
       */
      default?: unknown;
      /**
       * What stands in the target where the value is absent or null: nothing, null, or the empty value of its type.
       */
      absent?: 'omit' | 'null' | 'empty';
      when?: Expression;
      /**
       * Why; becomes a comment.
       */
      note?: string;
    }
  | {
      logic: Id;
      with?: Inputs;
      /**
       * Operations, left to right.
       */
      pipe?: Op[];
      /**
       * Used where the value is absent or null. Plain data.
       */
      default?: unknown;
      /**
       * What stands in the target where the value is absent or null: nothing, null, or the empty value of its type.
       */
      absent?: 'omit' | 'null' | 'empty';
      when?: Expression;
      /**
       * Why; becomes a comment.
       */
      note?: string;
    }
  | {
      /**
       * The rule in words; becomes a gap with the types of this row.
       */
      rule: string;
      with?: Inputs;
      criteria?: GapCriteria;
      examples?: GapExamples;
      /**
       * Operations, left to right.
       */
      pipe?: Op[];
      /**
       * Used where the value is absent or null. Plain data.
       */
      default?: unknown;
      /**
       * What stands in the target where the value is absent or null: nothing, null, or the empty value of its type.
       */
      absent?: 'omit' | 'null' | 'empty';
      when?: Expression;
      /**
       * Why; becomes a comment.
       */
      note?: string;
    };
/**
 * What must hold of every result.
 */
export type GapCriteria = (
  | string
  | {
      /**
       * In words, as whoever fills the gap is told.
       */
      text: string;
      holds: Expression;
    }
)[];
/**
 * What it gives for what. Those that are hidden check a fill, and are never shown to who writes it.
 */
export type GapExamples = {
  in: {
    [k: string]: unknown;
  };
  out: unknown;
  /**
   * Never shown to the model that fills the gap.
   */
  hidden?: boolean;
  note?: string;
}[];
export type Trigger =
  | {
      webhook: Webhook;
    }
  | {
      schedule: Schedule;
    }
  | {
      manual: Manual;
    };
/**
 * How the sender proves who it is.
 */
export type Signature =
  | {
      hmac: 'sha1' | 'sha256' | 'sha512';
      /**
       * Header that carries the signature.
       */
      header: string;
      /**
       * The signature's name in a header that holds several: v1 in 't=1700000000,v1=abc'. Where it stands there several times, one has to fit.
       */
      field?: string;
      encoding: 'hex' | 'base64';
      /**
       * What stands before the signature: 'sha256='.
       */
      prefix?: string;
      secret: SettingName;
      /**
       * How the secret is written, where it is bytes; default text.
       */
      secretEncoding?: 'base64' | 'hex';
      /**
       * What is signed, part by part; default the body.
       */
      signed?: (
        | ('body' | 'timestamp')
        | {
            text: string;
          }
        | {
            /**
             * The value of another header.
             */
            header: string;
          }
      )[];
      timestamp?: SignatureTime;
    }
  | {
      /**
       * As standardwebhooks.com has it: webhook-id, webhook-timestamp and webhook-signature.
       */
      standardWebhooks: {
        secret: SettingName;
        /**
         * What the names of the headers begin with; default webhook-, of Svix svix-.
         */
        prefix?: string;
        tolerance?: Duration;
      };
    }
  | {
      apiKey: {
        header: string;
        prefix?: string;
        secret: SettingName;
      };
    }
  | {
      basic: {
        username: SettingName;
        password: SettingName;
      };
    }
  | {
      /**
       * Anybody may call this webhook.
       */
      none: true;
    };
/**
 * When it was signed: in a header, or under a name in the header of the signature.
 */
export type SignatureTime =
  | {
      header: string;
      tolerance?: Duration;
    }
  | {
      /**
       * Its name in the header of the signature: t.
       */
      field: string;
      tolerance?: Duration;
    };
/**
 * What identifies a delivery, and for how long it is remembered (default 24h).
 */
export type Dedupe =
  | {
      header: string;
      keep?: Duration;
    }
  | {
      path: Path;
      keep?: Duration;
    };
/**
 * One step of a workflow.
 */
export type Step =
  | CallStep
  | SleepStep
  | PollStep
  | StartStep
  | UpsertStep
  | MapStep
  | LogicStep
  | GuardStep
  | WhenStep
  | ForEachStep
  | SetStep
  | SaveStep
  | RemoveStep
  | PruneStep
  | RespondStep
  | ReturnStep
  | StopStep
  | CheckpointStep;
/**
 * Plain data in which any text may hold {expression}; a text that is nothing but one {expression} keeps the type of its value.
 */
export type Data = unknown;
/**
 * At most so many items in all: the last page is cut, and no more are asked for.
 */
export type ItemLimit = number | Expression;
/**
 * What follows where the call fails, retries included: 'continue' goes on without a result; of rules the first that fits counts; without one that fits the run fails.
 */
export type OnError = 'continue' | FailureRule[];
/**
 * The status of the answer, or a class of statuses.
 */
export type FailedStatus = number | ('1xx' | '2xx' | '3xx' | '4xx' | '5xx');
/**
 * A failure code: not_found, invalid_input, invalid_response, conflict, rate_limited, unauthorized, provider_error, or a word of your own in snake_case.
 */
export type Code = string;
export type MapFrom =
  | Expression
  | {
      [k: string]: Expression;
    };
export type MapEach =
  | Expression
  | {
      [k: string]: Expression;
    }[];
/**
 * What it is before the first round: an expression, or plain data; missing where absent.
 */
export type CarriedFrom = Expression | '' | (number | boolean | unknown[] | {});
/**
 * How long the value is kept: for this run (default), for ever, or a time.
 */
export type Keep = ('run' | 'forever') | Duration;
/**
 * The name of a model: a capital letter, then letters and digits.
 */
export type ModelName = string;
/**
 * The innermost loop, or the loop of this name around it.
 */
export type Stop = true | Id;
/**
 * Names of the workflow's checkpoint ← values; or 'clear', and the next run starts from the beginning.
 */
export type CheckpointValues =
  | 'clear'
  | {
      [k: string]: Data;
    };
export type Steps = Step[];
/**
 * The code with which the last run fails, or with which a delivery is refused; or the code with details and message, of which each is compared where it is given.
 */
export type ExpectedFailure =
  | Code
  | {
      code: Code;
      /**
       * The whole message.
       */
      message?: string;
      /**
       * At least these details.
       */
      details?: {
        [k: string]: unknown;
      };
    };

/**
 * An integration: systems, models, endpoints, mappings, logic and workflows.
 */
export interface IntegrationSpec {
  $schema?: string;
  /**
   * The version of the spec language.
   */
  flowright: 1;
  /**
   * The integration's name: lower case, words joined by hyphens.
   */
  name: string;
  title?: string;
  description?: string;
  /**
   * What kind of integration it is.
   */
  type?: ('realTime' | 'batch' | 'bidirectional' | 'multiTenant')[];
  /**
   * Bounds that end a run with a failure rather than let it go on for ever.
   */
  limits?: {
    /**
     * How many requests one run may send; default 10000.
     */
    requests: number;
  };
  /**
   * The systems that are integrated.
   */
  systems: {
    [k: string]: System;
  };
  /**
   * Data models.
   */
  models?: {
    [k: string]: Model;
  };
  metadata?: Fields;
  /**
   * Operations of the systems' APIs.
   */
  endpoints?: {
    [k: string]: Endpoint;
  };
  /**
   * Lookup tables.
   */
  tables?: {
    [k: string]: Table;
  };
  /**
   * Mapping tables.
   */
  mappings?: {
    [k: string]: Mapping;
  };
  /**
   * Business logic.
   */
  logic?: {
    [k: string]: Logic;
  };
  /**
   * The workflows; none yet where the spec is only begun.
   */
  workflows: {
    [k: string]: Workflow;
  };
  /**
   * Tenants of a multi-tenant integration.
   */
  tenants?: {
    variables?: Fields;
    /**
     * Secrets that each tenant has of its own.
     */
    credentials?: SettingName[];
  };
  /**
   * Open and answered questions.
   */
  questions?: {
    id?: string;
    question: string;
    impact?: string;
    priority?: 'low' | 'medium' | 'high';
    answer?: string;
  }[];
  /**
   * What was assumed.
   */
  assumptions?: string[];
}
/**
 * An external system.
 */
export interface System {
  /**
   * What people call the system.
   */
  title?: string;
  /**
   * Where its API is documented.
   */
  docs?: string;
  openapi?: File;
  /**
   * The URL (https://…) that every path is below; {name} stands for a variable.
   */
  baseUrl: string;
  /**
   * Values of the connection.
   */
  variables?: {
    [k: string]: {
      type?: 'string' | 'number';
      default?: string;
      description?: string;
      setting?: SettingName;
    };
  };
  auth?: SystemAuth;
  /**
   * Headers of every request; {name} stands for a variable.
   */
  headers?: {
    [k: string]: string;
  };
  timeout?: Duration;
  retry?: Retry;
  /**
   * What the system allows; requests wait rather than exceed it.
   */
  rateLimit?: {
    requests: number;
    per: Duration;
  };
}
/**
 * Access tokens by OAuth 2.0, renewed before they expire and once where one is refused.
 */
export interface OAuth2 {
  /**
   * clientCredentials: the integration itself is the client; authorizationCode: a person agrees once, 'flowright connect' asks them; refreshToken: a refresh token is at hand.
   */
  grant: 'clientCredentials' | 'authorizationCode' | 'refreshToken';
  /**
   * Where tokens come from; {name} stands for a variable.
   */
  tokenUrl: string;
  /**
   * Where a person agrees (authorizationCode).
   */
  authorizeUrl?: string;
  /**
   * Further parameters of the authorizeUrl: access_type, prompt.
   */
  authorizeParams?: {
    [k: string]: SettingOrText;
  };
  clientId?: SettingOrText;
  clientSecret?: ClientSecret;
  refreshToken?: SettingSecret;
  /**
   * What the token is to allow.
   */
  scopes?: string[];
  /**
   * Further parameters of a request for a token: audience, resource.
   */
  params?: {
    [k: string]: SettingOrText;
  };
  /**
   * How the client proves itself to the tokenUrl; default body.
   */
  clientAuth?: 'body' | 'basic' | 'privateKeyJwt';
  algorithm?: JwtAlgorithm;
  key?: SettingSecret;
  passphrase?: SettingSecret;
  keyId?: SettingOrText;
}
/**
 * A secret, by the environment variable that holds it.
 */
export interface SettingSecret {
  secret: SettingName;
}
/**
 * A JWT that the integration signs: the token itself, or exchanged for one.
 */
export interface JwtAuth {
  algorithm?: JwtAlgorithm;
  key: SettingSecret;
  passphrase?: SettingSecret;
  keyId?: SettingOrText;
  /**
   * What the JWT says beside iat and exp; {name} stands for a variable, {keyFingerprint} for the SHA-256 of the public key.
   */
  claims: {
    [k: string]: SettingOrText;
  };
  lifetime?: Duration;
  /**
   * Where the JWT is exchanged for an access token; without it, the JWT is the token.
   */
  tokenUrl?: string;
  /**
   * Further parameters of a request for a token.
   */
  params?: {
    [k: string]: SettingOrText;
  };
  /**
   * Header that carries the JWT; default Authorization.
   */
  header?: string;
  /**
   * What stands before it; default 'Bearer ', nothing in a header of your own.
   */
  prefix?: string;
}
/**
 * A request of the API's own kind gives the token that the others carry: a log-in, a session.
 */
export interface ExchangeAuth {
  /**
   * Default POST.
   */
  method?: 'GET' | 'POST' | 'PUT';
  /**
   * What is asked for a token; {name} stands for a variable.
   */
  url: string;
  auth?: Auth;
  /**
   * Headers of the request.
   */
  headers?: {
    [k: string]: SettingOrText;
  };
  /**
   * Query of the request.
   */
  query?: {
    [k: string]: SettingOrText;
  };
  /**
   * Body of the request, as JSON; { secret: NAME } stands for a value of the environment.
   */
  json?: {
    [k: string]: unknown;
  };
  /**
   * Body of the request, as a form.
   */
  form?: {
    [k: string]: SettingOrText;
  };
  token: TokenFrom;
  expiresIn?: Path;
  expiresAt?: Path;
  lifetime?: Duration;
  send?: TokenSent;
}
/**
 * An HMAC over parts of the request.
 */
export interface RequestSignature {
  hmac: 'sha1' | 'sha256' | 'sha512';
  /**
   * Header that carries the signature.
   */
  header: string;
  encoding: 'hex' | 'base64';
  /**
   * What stands before the signature: 'HMAC '.
   */
  prefix?: string;
  secret: SettingName;
  /**
   * How the secret is written, where it is bytes; default text.
   */
  secretEncoding?: 'base64' | 'hex';
  /**
   * What is signed, part by part.
   */
  signed: SignedPart[];
  /**
   * The time of the request, where it is sent.
   */
  timestamp?: {
    /**
     * Header that carries the time.
     */
    header: string;
    /**
     * Default seconds.
     */
    format?: 'seconds' | 'milliseconds' | 'iso';
  };
  /**
   * A text that no request has twice, where it is sent.
   */
  nonce?: {
    /**
     * Header that carries it.
     */
    header: string;
  };
  /**
   * Further headers: the key's id.
   */
  headers?: {
    [k: string]: SettingOrText;
  };
}
/**
 * AWS Signature Version 4.
 */
export interface AwsSigV4 {
  /**
   * The service, as it stands in the signature: s3, execute-api.
   */
  service: string;
  region?: SettingOrText;
  accessKeyId?: SettingSecret;
  secretAccessKey?: SettingSecret;
  sessionToken?: SettingSecret;
}
/**
 * OAuth 1.0 (RFC 5849).
 */
export interface OAuth1 {
  consumerKey?: SettingSecret;
  consumerSecret?: SettingSecret;
  token?: SettingSecret;
  tokenSecret?: SettingSecret;
  /**
   * Default HMAC-SHA1.
   */
  method?: 'HMAC-SHA1' | 'HMAC-SHA256' | 'RSA-SHA1' | 'PLAINTEXT';
  /**
   * The realm in the Authorization header.
   */
  realm?: string;
  /**
   * There is no token, only a consumer.
   */
  twoLegged?: true;
}
/**
 * A client certificate (mutual TLS).
 */
export interface Mtls {
  certificate?: SettingSecret;
  key?: SettingSecret;
  passphrase?: SettingSecret;
  ca?: SettingSecret;
}
/**
 * How failed requests are tried again, where that is safe.
 */
export interface Retry {
  /**
   * Tries in all, the first included.
   */
  attempts: number;
  /**
   * What is tried again; default 429, 5xx, network, timeout.
   */
  on?: RetryOn[];
  /**
   * The response header that says how long to wait; default Retry-After.
   */
  respect?: string;
  initial?: Duration;
  /**
   * How much longer each wait is; default 2.
   */
  factor?: number;
  max?: Duration;
}
/**
 * Fields and their shapes; a name that ends in ? may be absent. Several fields of one shape share a key: 'title?, vendor?'. '*' is every member that is not named.
 */
export interface Fields {
  [k: string]: Shape;
}
/**
 * A JSON Schema 2020-12. '#/models/Name' refers to another model of this spec, './file.json' to a file.
 */
export interface JsonSchema {
  [k: string]: unknown;
}
/**
 * One operation of a system's API.
 */
export interface Endpoint {
  title?: string;
  docs?: string;
  system: Id;
  /**
   * An operation of the system's OpenAPI document, by its operationId: what it says stands for what is not said here.
   */
  operation?: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
  /**
   * The system's OpenAPI document does not know this operation, or not as it is: nothing is compared with it.
   */
  openapi?: false;
  /**
   * In place of the system's, with the same {variables}: some APIs serve uploads from another host.
   */
  baseUrl?: string;
  /**
   * Below the base URL, beginning with /; {name} is a path parameter, one segment; {name...} is one of several segments, whose slashes stay.
   */
  path: string;
  /**
   * Types of path parameters; default string.
   */
  params?: {
    [k: string]: Parameter;
  };
  /**
   * Query parameters: a constant, or a declared parameter. A name that ends in ? declares one that is sent only when given, by its type ('size?': integer); several names may share one ('from?, to?': date).
   */
  query?: {
    [k: string]: Parameter;
  };
  listStyle?: ListStyle;
  /**
   * Headers: a constant, or a declared parameter. A name that ends in ? declares one that is sent only when given, by its type ('size?': integer); several names may share one ('from?, to?': date).
   */
  headers?: {
    [k: string]: Parameter;
  };
  /**
   * How the body is written: json where a request model is given, graphql where there is a document.
   */
  body?: 'none' | 'json' | 'form' | 'multipart' | 'graphql' | 'xml' | 'text' | 'binary';
  /**
   * The document of a GraphQL operation: a .graphql file, or the text itself. request holds its variables, response what it answers as data.
   */
  graphql?: string;
  request?: Shape;
  /**
   * How the answer is read; default json.
   */
  responseBody?: 'json' | 'text' | 'xml' | 'binary';
  response?: Shape;
  pagination?: Pagination;
  errors?: Errors;
  idempotency?: Idempotency;
  timeout?: Duration;
  retry?: Retry;
  /**
   * An example answer: a file, or inline.
   */
  example?:
    | File
    | {
        [k: string]: unknown;
      }
    | unknown[];
  mock?: Mock;
}
/**
 * How many items a page has.
 */
export interface PageSize {
  /**
   * Query parameter (or path in the body, where the position is in the body) that asks for a page size.
   */
  param?: string;
  value: number;
}
/**
 * How the mock system behaves where the defaults do not fit.
 */
export interface Mock {
  /**
   * What the mock system does; by default what method, path and pagination say. 'upsert' creates, or replaces the item with the same id.
   */
  does?: 'respond' | 'list' | 'create' | 'upsert' | 'read' | 'update' | 'replace' | 'delete';
  collection?: Id;
  seed?: File;
  /**
   * Field of an item ← value in the request: { id: path.orderId, created: { gte: 'query.created[gte]' } }.
   */
  match?: {
    [k: string]:
      | string
      | {
          [k: string]: string;
        };
  };
  item?: Path;
  /**
   * The id that a new item gets, and by which upsert finds the item to replace.
   */
  id?: {
    field?: Path;
    prefix?: string;
    type?: 'integer' | 'string';
  };
  order?: 'stored' | 'newestFirst';
  total?: Path;
}
/**
 * How a value of one model becomes a value of another.
 */
export interface Mapping {
  description?: string;
  from: MappingFrom;
  to: TypeName;
  project?: Project;
  rows?: Row[];
}
/**
 * Input ← a path, or a value with operations. Inputs that are not named come from the field of the same name.
 */
export interface Inputs {
  [k: string]: Path | Value;
}
/**
 * Business logic: a gap, one typed pure function that a person or a model fills.
 */
export interface Logic {
  description?: string;
  /**
   * What the function does, in words.
   */
  rule: string;
  input: Fields;
  output: Shape;
  examples?: GapExamples;
  criteria?: GapCriteria;
}
/**
 * What starts, and what is done.
 */
export interface Workflow {
  title?: string;
  description?: string;
  /**
   * The workflow in three sentences.
   */
  story?: {
    trigger?: string;
    logic?: string;
    result?: string;
  };
  userStories?: {
    as: string;
    want: string;
    so?: string;
  }[];
  /**
   * What was asked for, in the words of who asked.
   */
  prompt?: string;
  trigger: Trigger;
  /**
   * What the workflow remembers between runs: name → type and value at the first run.
   */
  checkpoint?: {
    [k: string]: {
      type: Shape;
      initial?: unknown;
    };
  };
  steps: Steps;
  acceptanceCriteria?: Criterion[];
}
/**
 * An HTTP request starts the workflow.
 */
export interface Webhook {
  system?: Id;
  method?: 'POST' | 'PUT';
  /**
   * Where it is received: /, then letters, digits and / _ . -
   */
  path: string;
  signature: Signature;
  /**
   * Only these kinds of event; others are answered as ignored before their payload is read.
   */
  events?: {
    /**
     * The header that names the kind of event.
     */
    header: string;
    in: string[];
  };
  dedupe?: Dedupe;
  payload: Shape;
  /**
   * An example of it, which 'flowright dev' sends: a file, or inline.
   */
  example?:
    | File
    | {
        [k: string]: unknown;
      }
    | unknown[];
  as?: Id;
  filter?: Expression;
  key?: Template;
  /**
   * When the sender is answered: once the workflow is done (default where it has a respond step), or as soon as the event is stored.
   */
  answer?: 'completed' | 'accepted';
  wait?: Duration;
}
/**
 * The clock starts the workflow.
 */
export interface Schedule {
  /**
   * Five fields (or six with seconds): minute hour day month weekday.
   */
  cron: string;
  /**
   * IANA time zone; default UTC.
   */
  timeZone?: string;
  /**
   * A firing while the run before it is not over; default skip.
   */
  overlap?: 'skip' | 'queue';
  /**
   * Firings missed while the process was down; default latest, one run for all.
   */
  missed?: 'latest' | 'none';
}
/**
 * A caller starts the workflow, with an input, and gets what it returns.
 */
export interface Manual {
  input?: Shape;
  output?: Shape;
  /**
   * An example of the input, which 'flowright dev' sends: a file, or inline.
   */
  example?:
    | File
    | {
        [k: string]: unknown;
      }
    | unknown[];
  as?: Id;
}
/**
 * Calls an endpoint.
 */
export interface CallStep {
  id?: Id;
  /**
   * Why; becomes a comment.
   */
  note?: string;
  call: Id;
  with?: CallWith;
  /**
   * For a paginated endpoint: the items of all pages (default), or the first page's answer.
   */
  pages?: 'all' | 'first';
  startAt?: Expression;
  limit?: ItemLimit;
  lastPage?: Id;
  onError?: OnError;
}
/**
 * What the call sends.
 */
export interface CallWith {
  /**
   * By name; or an {expression} whose members have the parameters' names.
   */
  path?:
    | {
        [k: string]: Data;
      }
    | string;
  /**
   * By name; or an {expression} whose members have the parameters' names.
   */
  query?:
    | {
        [k: string]: Data;
      }
    | string;
  /**
   * By name; or an {expression} whose members have the parameters' names.
   */
  headers?:
    | {
        [k: string]: Data;
      }
    | string;
  body?: Data;
  variables?: Data;
}
/**
 * What follows a failure of this kind; of any kind where neither status nor code is given.
 */
export interface FailureRule {
  status?: FailedStatus;
  code?: Code;
  do?: Steps;
  /**
   * Whether the run then fails with the failure (default), or goes on without a result.
   */
  then?: 'fail' | 'continue';
}
/**
 * Waits.
 */
export interface SleepStep {
  id?: Id;
  /**
   * Why; becomes a comment.
   */
  note?: string;
  sleep: Duration;
}
/**
 * Calls an endpoint again and again until its answer says that something is done.
 */
export interface PollStep {
  id: Id;
  /**
   * Why; becomes a comment.
   */
  note?: string;
  poll: {
    call: Id;
    with?: CallWith;
    until: Expression;
    every?: Duration;
    timeout?: Duration;
    fail?: Code;
  };
}
/**
 * Starts another workflow of the integration, in a run of its own, and does not wait for it.
 */
export interface StartStep {
  id?: Id;
  /**
   * Why; becomes a comment.
   */
  note?: string;
  start: Id;
  with?: Data;
}
/**
 * Looks for something, then updates it where it is there, or creates it where it is not.
 */
export interface UpsertStep {
  id?: Id;
  /**
   * Why; becomes a comment.
   */
  note?: string;
  upsert: {
    /**
     * The call that looks; an answer that counts as not_found is nothing found.
     */
    find: {
      call: Id;
      with?: CallWith;
      match?: Expression;
    };
    create: {
      call: Id;
      with?: CallWith;
    };
    /**
     * What was found goes by 'found' here.
     */
    update: {
      call: Id;
      with?: CallWith;
    };
  };
}
/**
 * Applies a mapping.
 */
export interface MapStep {
  id: Id;
  /**
   * Why; becomes a comment.
   */
  note?: string;
  map: Id;
  from?: MapFrom;
  each?: MapEach;
}
/**
 * Calls business logic.
 */
export interface LogicStep {
  id: Id;
  /**
   * Why; becomes a comment.
   */
  note?: string;
  logic: Id;
  with?: {
    [k: string]: Data;
  };
}
/**
 * Ends the run with a failure code on a condition.
 */
export interface GuardStep {
  id?: Id;
  /**
   * Why; becomes a comment.
   */
  note?: string;
  guard: {
    when?: Expression;
    unless?: Expression;
    fail: Code;
    message?: Template;
    /**
     * What the failure carries beside its code and message: name ← value.
     */
    details?: {
      [k: string]: Data;
    };
  };
}
/**
 * A branch.
 */
export interface WhenStep {
  id?: Id;
  /**
   * Why; becomes a comment.
   */
  note?: string;
  when: Expression;
  then: Steps;
  else?: Steps;
}
/**
 * A loop.
 */
export interface ForEachStep {
  id?: Id;
  /**
   * Why; becomes a comment.
   */
  note?: string;
  forEach: Id;
  in?: Expression;
  /**
   * Page after page of a paginated endpoint.
   */
  pages?: {
    call: Id;
    with?: CallWith;
    startAt?: Expression;
    limit?: ItemLimit;
    next?: Id;
  };
  key?: Expression;
  concurrency?: number;
  /**
   * An item that fails: ends the run (default), or is logged and left out.
   */
  onError?: 'fail' | 'skip';
  do: Steps;
  collect?: Data;
  /**
   * What is collected are lists, to be one list.
   */
  flatten?: true;
  /**
   * Values that go from round to round, and are known after the loop.
   */
  carry?: {
    [k: string]: Carried;
  };
}
/**
 * A value that goes from round to round.
 */
export interface Carried {
  from?: CarriedFrom;
  next: Expression;
  type?: Shape;
}
/**
 * Binds a value to a name.
 */
export interface SetStep {
  id: Id;
  /**
   * Why; becomes a comment.
   */
  note?: string;
  set: Value;
  steps?: Steps;
  keep?: Keep;
}
/**
 * Saves records of a model in the record store, each under its id.
 */
export interface SaveStep {
  id?: Id;
  /**
   * Why; becomes a comment.
   */
  note?: string;
  save: ModelName;
  from: Expression;
}
/**
 * Removes records of a model from the record store.
 */
export interface RemoveStep {
  id?: Id;
  /**
   * Why; becomes a comment.
   */
  note?: string;
  remove: ModelName;
  from: Expression;
}
/**
 * Removes the records that this workflow saved before and did not save again: the end of a full refresh.
 */
export interface PruneStep {
  id?: Id;
  /**
   * Why; becomes a comment.
   */
  note?: string;
  prune: ModelName;
}
/**
 * Answers the caller.
 */
export interface RespondStep {
  id?: Id;
  /**
   * Why; becomes a comment.
   */
  note?: string;
  respond: {
    status: number;
    headers?: {
      [k: string]: Template;
    };
    body?: Data;
  };
}
/**
 * Ends the run with a value: what the caller of a manual workflow gets.
 */
export interface ReturnStep {
  id?: Id;
  /**
   * Why; becomes a comment.
   */
  note?: string;
  return: Data;
}
/**
 * Leaves a loop.
 */
export interface StopStep {
  id?: Id;
  /**
   * Why; becomes a comment.
   */
  note?: string;
  stop: Stop;
}
/**
 * Remembers how far the workflow came, for its next run.
 */
export interface CheckpointStep {
  id?: Id;
  /**
   * Why; becomes a comment.
   */
  note?: string;
  checkpoint: CheckpointValues;
}
/**
 * An acceptance criterion. With `expect` it becomes a test of the output, offline, against the mock systems; with `judge` an eval looks at it; with neither it is listed as not verified.
 */
export interface Criterion {
  /**
   * A short name: AC1.
   */
  id: string;
  /**
   * What must hold, in words.
   */
  text: string;
  /**
   * What is the case, and what starts the workflow.
   */
  given?: {
    /**
     * The time when the test begins; the start of 2026 in UTC where absent. It goes on only where something waits, and from one firing of a schedule to the next.
     */
    now?: string;
    /**
     * The delivery's body: a file, or inline; the webhook's example where absent.
     */
    request?:
      | File
      | {
          [k: string]: unknown;
        }
      | unknown[];
    /**
     * Headers of the delivery. One that the signature names, as a recorded delivery has it, is sent as it is.
     */
    headers?: {
      [k: string]: string;
    };
    /**
     * The delivery's body as it is sent, byte for byte, in place of `request`: of a recorded delivery.
     */
    body?: string;
    /**
     * Values of the settings that the webhook's signature names, in place of made-up ones: of a recorded delivery. Never a real secret.
     */
    settings?: {
      [k: string]: string;
    };
    /**
     * What is broken about the delivery.
     */
    tamper?: 'body' | 'signature' | 'missingSignature' | 'json';
    /**
     * How often the same delivery comes.
     */
    deliveries?: number;
    every?: Duration;
    /**
     * How often a schedule fires: first at `now`, then each time at the next moment of its cron expression.
     */
    runs?: number;
    /**
     * The input of a start by hand; the trigger's example where absent.
     */
    input?: unknown;
    /**
     * The values of the connection; made-up ones where absent.
     */
    metadata?: {
      [k: string]: unknown;
    };
    /**
     * How far the run before came.
     */
    checkpoint?: {
      [k: string]: unknown;
    };
    /**
     * What the record store holds, by model, as if earlier runs of this workflow had saved it: a file that holds a list, or the records.
     */
    records?: {
      [k: string]: File | unknown[];
    };
    /**
     * What the mock systems hold at the start, by collection: a file that holds a list, or the items.
     */
    collections?: {
      [k: string]: File | unknown[];
    };
    /**
     * At most so many items stand on a page of the mock systems, however many a request asks for, so that a few items make several pages.
     */
    pageSize?: number;
    faults?: Fault[];
    /**
     * What gaps answer in this criterion.
     */
    logic?: {
      [k: string]: unknown;
    };
  };
  /**
   * What must come of it. What is not named is not compared; what is named is compared whole.
   */
  expect?: {
    /**
     * What each delivery is answered.
     */
    response?: {
      status?: number;
      body?: unknown;
    };
    /**
     * What the last run returns, whole.
     */
    returns?: unknown;
    /**
     * The calls that the systems receive, retries among them, in order, and no others. Of a call, `path`, `query` and `body` are compared where they are given, each of them whole; of its `headers`, those that are given.
     */
    calls?: {
      call: Id;
      /**
       * How often in a row; default 1.
       */
      times?: number;
      path?: {
        [k: string]: unknown;
      };
      query?: {
        [k: string]: unknown;
      };
      /**
       * Headers that it has, among others; credentials are not compared.
       */
      headers?: {
        [k: string]: string;
      };
      body?: unknown;
    }[];
    /**
     * The calls come in any order: those of a loop with `concurrency`.
     */
    anyOrder?: true;
    /**
     * What the mock systems hold at the end: these items and no others, each with at least these fields.
     */
    collections?: {
      [k: string]: unknown[];
    };
    /**
     * How far the workflow came, whole.
     */
    checkpoint?: {
      [k: string]: unknown;
    };
    /**
     * By model: all records that the runs save, in the order of saving, whether they differ from what was there or not.
     */
    saved?: {
      [k: string]: File | unknown[];
    };
    /**
     * By model: the ids of the records that the runs remove, in order.
     */
    removed?: {
      [k: string]: (string | number)[];
    };
    /**
     * By model: the ids of the records that a prune removes.
     */
    pruned?: {
      [k: string]: (string | number)[];
    };
    /**
     * By model: what the record store holds in the end.
     */
    records?: {
      [k: string]: File | unknown[];
    };
    fails?: ExpectedFailure;
    /**
     * So many access tokens are asked for.
     */
    tokens?: number;
  };
  /**
   * What somebody looks for who reads what the workflow sends, where no comparison can tell: a rubric, in words. It is listed as not verified until an eval has found it to hold.
   */
  judge?: string;
}
/**
 * A failure that a mock system shows.
 */
export interface Fault {
  call: Id;
  /**
   * How many requests fail; default 1.
   */
  times?: number;
  /**
   * Requests let through first.
   */
  after?: number;
  status?: number;
  headers?: {
    [k: string]: string;
  };
  /**
   * With a status; an empty text is no body at all.
   */
  body?: unknown;
  slow?: Duration;
  malformed?: boolean;
  disconnect?: 'before' | 'after';
  /**
   * No token that the system gave so far is good any more.
   */
  expiredToken?: true;
}
