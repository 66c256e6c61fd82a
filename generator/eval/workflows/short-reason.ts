/** Lines of a comparison that a report shows; whoever mends the workflow runs its test and sees all. */
const MOST = 6;

/** Why a test failed, on one line: what it says, what was expected and what came instead, and where. */
export function shortReason(lines: readonly string[]): string {
  const [first = '', ...rest] = lines;
  const changed = rest
    .map((line) => line.trim())
    .filter((line) => /^[-+] /.test(line) && !/^[-+] (?:Expected|Received)\b/.test(line));
  const kept = changed.slice(0, MOST).map((line) => line.replace(/^([-+])\s+/, '$1 ').replace(/,$/, ''));
  const more = changed.length > MOST ? [`and ${String(changed.length - MOST)} more lines`] : [];
  const others = rest.filter((line) => line.trim().startsWith('at '));
  return [first, ...(kept.length > 0 ? [[...kept, ...more].join(', ')] : []), ...others].join('; ');
}
