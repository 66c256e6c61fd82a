/** What a grader says: the verdict and why; undefined where the answer is not of the form that was asked for. */
export function readGrade(text: string): { readonly passed: boolean; readonly reason: string } | undefined {
  const lines = text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const verdicts = lines.flatMap((line) => /^VERDICT: (?<word>PASS|FAIL)$/.exec(line)?.groups?.['word'] ?? []);
  const at = lines.findIndex((line) => line.startsWith('REASON:'));
  const [word] = verdicts;
  if (verdicts.length !== 1 || at === -1) return undefined;
  const reason = lines.slice(at).join(' ').slice('REASON:'.length).trim();
  return reason === '' ? undefined : { passed: word === 'PASS', reason };
}
