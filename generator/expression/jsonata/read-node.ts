import type { Node } from './node.ts';
import { refusedPart, refusedStep } from './refused-parts.ts';

type Raw = Readonly<Record<string, unknown>>;
type Read = Node extends infer One ? (One extends Node ? Omit<One, 'filters' | 'keepsList'> : never) : never;

/** The parser's tree as nodes. Its positions are those behind a token; a node spans from its first token to its last. */
export function readNode(tree: unknown, text: string): Node {
  const outer = asRaw(tree);
  // A call at the end of a function is wrapped, so that recursion needs no stack.
  const raw = outer['thunk'] === true ? asRaw(outer['body']) : outer;
  const refused = refusedStep(raw);
  if (refused !== undefined) {
    const { from, to } = raw['type'] === 'index' ? { from: 0, to: text.length } : read(raw, text);
    return { ...refused, from, to, filters: [], keepsList: false };
  }
  const end = position(raw) ?? 0;
  const filters = [...list(raw['predicate']), ...list(raw['stages'])].map((one) => {
    const stage = asRaw(one);
    return stage['type'] === 'filter'
      ? readNode(stage['expr'], text)
      : readNode({ type: 'index', position: stage['position'] ?? end }, text);
  });
  const last = filters.at(-1);
  const node = read(raw, text);
  const close = last === undefined ? node.to : Math.max(node.to, text.indexOf(']', last.to) + 1);
  return { ...node, to: close, filters, keepsList: raw['keepArray'] === true || raw['keepSingletonArray'] === true };
}

function read(raw: Raw, text: string): Read {
  const one = (name: string): Node => readNode(raw[name], text);
  const to = position(raw) ?? 0;
  const { value } = raw;
  switch (raw['type']) {
    case 'string':
    case 'number':
    case 'value': {
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null)
        return { kind: 'literal', value, from: startOf(text, to, /("[^"]*"|'[^']*'|-?[\w.+-]+)$/), to };
      break;
    }
    case 'name':
      return {
        kind: 'field',
        name: String(value),
        from: startOf(text, to, /(`[^`]*`|"[^"]*"|'[^']*'|[^\s.[\](){},;:?!~^*/%<>=|&+-]+)$/),
        to,
      };
    case 'variable':
      return { kind: 'variable', name: String(value), from: to - String(value).length - 1, to };
    case 'path': {
      const steps = list(raw['steps']).map((step) => readNode(step, text));
      return { kind: 'path', steps, ...around(steps, to) };
    }
    case 'binary': {
      const [left, right] = [one('lhs'), one('rhs')];
      return { kind: 'binary', op: String(value), left, right, ...around([left, right], to) };
    }
    case 'unary': {
      if (value === '-') {
        const of = one('expression');
        return { kind: 'negative', of, from: to - 1, to: of.to };
      }
      if (value === '[') {
        const items = list(raw['expressions']).map((item) => readNode(item, text));
        return { kind: 'list', items, ...closed(text, to, items, ']') };
      }
      const entries = list(raw['lhs']).map((pair): readonly [Node, Node] => {
        const [key, member] = list(pair);
        return [readNode(key, text), readNode(member, text)];
      });
      return { kind: 'object', entries, ...closed(text, to, entries.flat(), '}') };
    }
    case 'function':
      return readCall(raw, text);
    case 'apply': {
      const [left, right] = [one('lhs'), one('rhs')];
      if (right.kind === 'call') return { ...right, args: [left, ...right.args], from: left.from };
      if (right.kind === 'variable')
        return { kind: 'call', name: right.name, args: [left], from: left.from, to: right.to };
      break;
    }
    case 'lambda': {
      const params = list(raw['arguments']).map((param) => String(asRaw(param)['value']));
      const body = one('body');
      return {
        kind: 'function',
        params,
        body,
        from: startOf(text, to, /(function\s*\(|λ\s*\()$/),
        to: Math.max(body.to, to),
      };
    }
    case 'condition': {
      const [test, then] = [one('condition'), one('then')];
      const otherwise = raw['else'] === undefined ? undefined : one('else');
      return { kind: 'condition', test, then, else: otherwise, ...around([test, then, otherwise ?? then], to) };
    }
    case 'block': {
      const of = list(raw['expressions']).map((each) => readNode(each, text));
      return { kind: 'block', of, ...closed(text, to, of, ')') };
    }
    case 'bind': {
      const bound = one('rhs');
      const name = asRaw(raw['lhs'])['value'];
      return { kind: 'bind', name: String(name), value: bound, from: to - 2, to: bound.to };
    }
    case 'sort': {
      const terms = list(raw['terms']).map((term) => {
        const { expression, descending } = asRaw(term);
        return { by: readNode(expression, text), descending: descending === true };
      });
      return {
        kind: 'sort',
        terms,
        ...closed(
          text,
          to,
          terms.map(({ by }) => by),
          ')',
        ),
      };
    }
    default:
  }
  // The parser does not say where everything stands.
  const part = refusedPart(String(raw['type']));
  if (position(raw) === undefined) return { ...part, from: 0, to: text.length };
  return { ...part, from: Math.max(to - (raw['type'] === 'apply' ? 2 : 1), 0), to };
}

function readCall(raw: Raw, text: string): Read {
  const to = position(raw) ?? 0;
  const args = list(raw['arguments']).map((arg) => readNode(arg, text));
  const procedure = asRaw(raw['procedure']);
  if (procedure['type'] !== 'variable' || refusedStep(raw) !== undefined)
    return { ...refusedPart('procedure'), from: Math.max(to - 1, 0), to };
  const name = String(procedure['value']);
  const start = position(procedure) ?? to;
  const span = closed(text, to, args, ')');
  return { kind: 'call', name, args, from: Math.max(start - name.length - 1, 0), to: span.to };
}

function closed(text: string, to: number, parts: readonly Node[], bracket: string): { from: number; to: number } {
  const last = parts.at(-1)?.to ?? to;
  const at = text.indexOf(bracket, last);
  return { from: Math.max(to - 1, 0), to: at === -1 ? Math.max(last, to) : at + 1 };
}

function around(parts: readonly Node[], otherwise: number): { from: number; to: number } {
  if (parts.length === 0) return { from: Math.max(otherwise - 1, 0), to: otherwise };
  return { from: Math.min(...parts.map(({ from }) => from)), to: Math.max(...parts.map(({ to }) => to)) };
}

function startOf(text: string, to: number, token: RegExp): number {
  return token.exec(text.slice(0, to))?.index ?? Math.max(to - 1, 0);
}

function position(raw: Raw): number | undefined {
  return typeof raw['position'] === 'number' ? raw['position'] : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function asRaw(value: unknown): Raw {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
