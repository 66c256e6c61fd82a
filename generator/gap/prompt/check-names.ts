import { isRecord } from '../../data/is-record.ts';

/** What is read of a template's syntax tree. */
interface TemplateNode {
  readonly type: string;
  readonly loc?: { readonly start: { readonly line: number } };
}

/** Says why a template cannot be filled with data like the sample; undefined where it can. Only names that are there, `each`, `if`, `unless`. */
export function checkNames(program: object, sample: object): string | undefined {
  return inProgram(program, [sample]);
}

/** Through the statements of a program, with what `this` is, and what it was outside. */
function inProgram(program: unknown, contexts: readonly unknown[]): string | undefined {
  if (!isRecord(program) || !Array.isArray(program['body'])) return undefined;
  for (const statement of program['body']) {
    const problem = isNode(statement) ? inStatement(statement, contexts) : undefined;
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function inStatement(node: TemplateNode, contexts: readonly unknown[]): string | undefined {
  if (node.type === 'ContentStatement' || node.type === 'CommentStatement') return undefined;
  const { path, params, hash, program, inverse } = fields(node);
  const line = `line ${node.loc?.start.line ?? 1}`;
  const given: readonly unknown[] = Array.isArray(params) ? params : [];
  if (hash !== undefined || !isRecord(path)) return `${line}: only names, each, if and unless are known`;
  if (node.type === 'MustacheStatement') {
    if (given.length > 0) return `${line}: there is no helper '${String(path['original'])}'`;
    const found = find(path, contexts);
    if (typeof found === 'string' || typeof found === 'number') return undefined;
    return `${line}: '${String(path['original'])}' is ${found === undefined ? 'not given here' : 'no text'}`;
  }
  const helper = String(path['original']);
  const [param] = given;
  if (
    node.type !== 'BlockStatement' ||
    !['each', 'if', 'unless'].includes(helper) ||
    given.length !== 1 ||
    !isRecord(param)
  )
    return `${line}: only names, each, if and unless are known`;
  const value = find(param, contexts);
  if (value === undefined) return `${line}: '${String(param['original'])}' is not given here`;
  if (helper !== 'each') return inProgram(program, contexts) ?? inProgram(inverse, contexts);
  if (!Array.isArray(value)) return `${line}: '${String(param['original'])}' is no list`;
  return inProgram(program, [value[0], ...contexts]) ?? inProgram(inverse, contexts);
}

/** What a path like `rule`, `this` or `../gap` stands for. */
function find(path: Readonly<Record<string, unknown>>, contexts: readonly unknown[]): unknown {
  const { depth, data, parts, type } = path;
  if (type !== 'PathExpression' || !Array.isArray(parts) || typeof depth !== 'number') return undefined;
  if (data === true) return contexts.length > 1 && /^(?:index|first|last)$/.test(parts.join('.')) ? 0 : undefined;
  let at = contexts[depth];
  for (const part of parts)
    at = isRecord(at) && typeof part === 'string' && Object.hasOwn(at, part) ? at[part] : undefined;
  return at;
}

function fields(node: TemplateNode): Readonly<Record<string, unknown>> {
  return isRecord(node) ? Object.fromEntries(Object.entries(node)) : {};
}

function isNode(value: unknown): value is TemplateNode {
  return isRecord(value) && typeof value['type'] === 'string';
}
