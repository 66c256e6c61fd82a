/** The name under which the state keeps a value of the checkpoint. */
export function checkpointState(name: string): string {
  return `checkpoint.${name}`;
}
