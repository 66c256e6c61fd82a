/** The oldest Node that strips types without being asked, as `engines` of the package says. */
const OLDEST = [22, 18] as const;

/** What is wrong with this version of Node, if anything. */
export function nodeProblem(version: string): { readonly found: string; readonly wanted: string } | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const tooOld = major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
  return tooOld ? { found: version, wanted: OLDEST.join('.') } : undefined;
}
