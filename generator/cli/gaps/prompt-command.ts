import { costOf } from '../../gap/fill/spending.ts';
import { countTokens } from '../../gap/provider/anthropic/count-tokens.ts';
import { estimateRequest } from '../../gap/provider/price/estimate-tokens.ts';
import type { ModelRequest } from '../../gap/provider/provider.ts';
import { requestBody } from '../../gap/provider/request/request-body.ts';
import { failureDiagnostic } from '../../gap/provider/failure-diagnostic.ts';
import { DiagnosticError } from '../diagnostic-error.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { CliIo, CommandContext } from '../io.ts';
import { writeJson } from '../render/write-json.ts';
import { DEFAULT_MODEL, type PromptOptions } from './fill-options.ts';
import { priceFor } from './price-for.ts';
import { dollars, thousands } from './money.ts';
import { refuseClearText } from './refuse-clear-text.ts';
import { requestOf } from './request-of.ts';

export interface PromptCommandOptions extends PromptOptions {
  readonly count?: boolean;
  readonly baseUrl?: string;
  readonly insecure?: boolean;
}

/** `flowright gaps prompt INTEGRATION GAP`: exactly what would be sent, and about what it would cost. */
export async function promptCommand(
  integration: string,
  gap: string,
  options: PromptCommandOptions,
  { io, json }: CommandContext,
): Promise<ExitCode> {
  if (options.count === true) refuseClearText(options, io);
  const { request } = await requestOf(integration, gap, options, DEFAULT_MODEL, io.cwd);
  if (json) writeJson(io.stdout, requestBody(request));
  else io.stdout.write(promptText(request));
  const tokens = options.count === true ? await countedTokens(request, options, io) : undefined;
  if (!json || tokens !== undefined) io.stderr.write(`${costLine(request, tokens, options)}\n`);
  return EXIT.ok;
}

function promptText({ prompt: { system, turns } }: ModelRequest): string {
  return [['system', system] as const, ...turns.map(({ role, content }) => [role, content] as const)]
    .map(([role, text]) => `── ${role} ──\n${text.trimEnd()}\n`)
    .join('\n');
}

async function countedTokens(
  request: ModelRequest,
  { baseUrl }: PromptCommandOptions,
  { env }: CliIo,
): Promise<number> {
  const counted = await countTokens(request, { apiKey: env['ANTHROPIC_API_KEY'], baseUrl });
  if (!counted.ok) throw new DiagnosticError([failureDiagnostic(counted.failed)]);
  return counted.tokens;
}

/** `fill@v1, claude-…: about 1,204 tokens in ($0.0024), a reply of at most 8,192 ($0.0819)`. */
function costLine(request: ModelRequest, counted: number | undefined, options: PromptOptions): string {
  const { model, maxTokens, prompt } = request;
  const price = priceFor(model, options);
  const input = counted ?? estimateRequest(request);
  const known = price(input) !== undefined;
  const cost = (usage: { readonly input?: number; readonly output?: number }): string =>
    known ? ` (${dollars(costOf(usage, price))})` : '';
  return [
    `${prompt.prompt}, ${model}: ${counted === undefined ? 'about ' : ''}${thousands(input)} tokens in${cost({ input })}`,
    `a reply of at most ${thousands(maxTokens)}${cost({ output: maxTokens })}`,
    ...(known ? [] : ['its price is not known']),
  ].join(', ');
}
