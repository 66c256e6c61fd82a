import path from 'node:path';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { displayPath } from '../../diagnostics/display-path.ts';
import { systemCode } from '../../diagnostics/system-code.ts';
import { failureDiagnostic } from '../../gap/provider/failure-diagnostic.ts';
import { readReply } from '../../gap/prompt/read-reply.ts';
import { recordReply } from '../../gap/provider/recording/write-recording.ts';
import { DiagnosticError, failWith } from '../diagnostic-error.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { CommandContext } from '../io.ts';
import { writeJson } from '../render/write-json.ts';
import { UNSPECIFIED_MODEL, type PromptOptions } from './fill-options.ts';
import { today } from './open-provider.ts';
import { requestOf } from './request-of.ts';

export interface RecordOptions extends PromptOptions {
  /** A file; `-` for standard input. */
  readonly reply: string;
  readonly recordings: string;
  readonly repeat: number;
}

/** `flowright gaps record INTEGRATION GAP --reply FILE`: keeps a reply that somebody carried over by hand, for `--provider replay`. */
export async function recordCommand(
  integration: string,
  gap: string,
  options: RecordOptions,
  { io, json }: CommandContext,
): Promise<ExitCode> {
  const { request } = await requestOf(integration, gap, options, UNSPECIFIED_MODEL, io.cwd);
  const reply = await readReplyFile(options.reply, io.cwd);
  const folder = path.resolve(io.cwd, options.recordings);
  const written = await recordReply(folder, { ...request, repeat: options.repeat }, reply, today());
  if (!written.ok) {
    const message = written.failed.message.replaceAll(folder, options.recordings);
    throw new DiagnosticError([failureDiagnostic({ ...written.failed, message })]);
  }
  const file = displayPath(written.file, io.cwd);
  const { kind } = readReply(reply);
  if (json) writeJson(io.stdout, { version: 1, file, model: request.model, via: 'manual', holds: kind });
  else io.stdout.write(`recorded in ${file}${HOLDS[kind]}\n`);
  return EXIT.ok;
}

const HOLDS = {
  code: '',
  contradiction: '; the reply says that the gap contradicts itself',
  problems: '; no body can be read from the reply, which is what filling will say of it',
} as const;

async function readReplyFile(file: string, cwd: string): Promise<string> {
  try {
    return file === '-' ? await text(process.stdin) : await readFile(path.resolve(cwd, file), 'utf8');
  } catch (error) {
    const code = systemCode(error) ?? '';
    if (code === 'ENOENT') throw failWith('FR1001', { file }, error);
    if (code === 'EISDIR') throw failWith('FR1002', { file }, error);
    throw failWith('FR1004', { file, reason: code }, error);
  }
}
