import { catalogue } from '../../diagnostics/catalogue/catalogue.ts';
import { allCodes, isCode, pageOf } from '../../diagnostics/help/page.ts';
import { renderTerminal } from '../../diagnostics/help/terminal.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { paintFor } from '../../diagnostics/render/colour.ts';
import { failWith } from '../diagnostic-error.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { CommandContext } from '../io.ts';
import { columns } from '../render/columns.ts';
import { writeJson } from '../render/write-json.ts';

/** `flowright explain [code]`: all that is known of a diagnostic; the list of them where none is named. */
export function explainCommand(wanted: string | undefined, context: CommandContext): ExitCode {
  if (wanted === undefined) listCodes(context);
  else explainCode(wanted, context);
  return EXIT.ok;
}

function explainCode(wanted: string, { io: { stdout }, json }: CommandContext): void {
  const code = wanted.toUpperCase().replace(/^(?=\d)/, 'FR');
  if (!isCode(code)) throw failWith('FR6015', { code: wanted, suggestion: nearest(code, allCodes()) });
  const page = pageOf(code);
  if (json) writeJson(stdout, { version: 1, ...page });
  else stdout.write(renderTerminal(page, paintFor(stdout), Math.min(stdout.columns ?? 100, 100)));
}

function listCodes({ io: { stdout }, json }: CommandContext): void {
  const codes = allCodes().map((code) => ({ code, severity: catalogue[code].severity, title: catalogue[code].title }));
  if (json) return writeJson(stdout, { version: 1, codes });
  const paint = paintFor(stdout);
  const lines = columns(
    codes.map(({ code, severity, title }) => [paint(severity === 'error' ? 'red' : 'yellow', code), title]),
  );
  stdout.write(`${lines.join('\n')}\n\n${paint('dim', 'flowright explain CODE says more of one')}\n`);
}
