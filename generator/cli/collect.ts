/** For an option that may be given several times: its values, in their order. */
export function collect(value: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, value];
}
