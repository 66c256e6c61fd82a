import { escapeLabel } from './label.ts';

/** A node that waits for what follows it. */
export interface Open {
  readonly from: string;
  readonly label?: string;
}

type Brackets = readonly [open: string, close: string];

const SHAPES = {
  box: ['[', ']'],
  stadium: ['([', '])'],
  hexagon: ['{{', '}}'],
  store: ['[(', ')]'],
  circle: ['((', '))'],
} as const satisfies Readonly<Record<string, Brackets>>;

export type NodeShape = keyof typeof SHAPES;

/** A flowchart while it is written: names of nodes are numbered, never taken from a spec. */
export class Chart {
  readonly #lines: string[] = [];
  readonly #edges: string[] = [];
  readonly #classes = new Map<string, string[]>();
  #nodes = 0;
  #depth = 1;

  /** Lines of text in a node; its name. */
  node(shape: NodeShape, lines: string | readonly string[], className: string | undefined): string {
    const name = this.#name('n', className);
    const [open, close] = SHAPES[shape];
    this.#write(`${name}${open}${quoted(lines)}${close}`);
    return name;
  }

  /** Begins a frame around the nodes up to `close`; its name. */
  open(title: string): string {
    const name = this.#name('f', undefined);
    this.#write(`subgraph ${name}[${quoted(title)}]`);
    this.#depth += 1;
    this.#write('direction TB');
    return name;
  }

  close(): void {
    this.#depth -= 1;
    this.#write('end');
  }

  /** Leads every open end to a node, which is the open end from then on. */
  join(open: readonly Open[], to: string): readonly Open[] {
    for (const { from, label } of open)
      this.#edges.push(`  ${from} -->${label === undefined ? '' : `|${label}|`} ${to}`);
    return [{ from: to }];
  }

  /** The whole chart; of the styles those that are in use. */
  text(styles: ReadonlyMap<string, string>): string {
    const used = [...styles].filter(([name]) => this.#classes.has(name));
    return [
      'flowchart TD',
      ...this.#lines,
      ...this.#edges,
      ...used.map(([name, style]) => `  classDef ${name} ${style}`),
      ...used.map(([name]) => `  class ${(this.#classes.get(name) ?? []).join(',')} ${name}`),
      '',
    ].join('\n');
  }

  #name(prefix: string, className: string | undefined): string {
    this.#nodes += 1;
    const name = `${prefix}${String(this.#nodes)}`;
    if (className !== undefined) this.#classes.set(className, [...(this.#classes.get(className) ?? []), name]);
    return name;
  }

  #write(line: string): void {
    this.#lines.push('  '.repeat(this.#depth) + line);
  }
}

function quoted(lines: string | readonly string[]): string {
  const escaped = (typeof lines === 'string' ? [lines] : lines).map(escapeLabel).filter((line) => line !== '');
  return `"${escaped.length === 0 ? '#8203;' : escaped.join('<br/>')}"`;
}
