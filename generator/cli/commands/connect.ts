import { join, resolve } from 'node:path';
import {
  authorizationSettings,
  authorize,
  FatalError,
  fileTokenStore,
  RetryLaterError,
  settingsFrom,
  TOKEN_FILE,
} from '@flowright/runtime';
import { didYouMean, list } from '../../diagnostics/catalogue/entry.ts';
import { displayPath } from '../../diagnostics/display-path.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { openReceiver } from '../connect/receive-answer.ts';
import { findBuilt } from '../dev/find-integration.ts';
import { importIntegration } from '../dev/import-integration.ts';
import { DiagnosticError, failWith } from '../diagnostic-error.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { CommandContext } from '../io.ts';
import { writeJson } from '../render/write-json.ts';
import { missingSettings } from '../run/missing-settings.ts';
import { readEnvironment } from '../run/read-environment.ts';

export interface ConnectOptions {
  readonly env?: string;
  readonly data?: string;
  readonly redirect: string;
}

/** `flowright connect <integration> <system>`: a person agrees in the browser; the refresh token goes into the data folder. */
export async function connectCommand(
  target: string,
  id: string,
  options: ConnectOptions,
  { io, json }: CommandContext,
): Promise<ExitCode> {
  const { folder } = await findBuilt(target, io.cwd);
  const { systems } = await importIntegration(folder, io.cwd);
  const system = systems.find((one) => one.id === id);
  if (system === undefined) {
    const ids = systems.map((one) => one.id);
    throw failWith('FR6001', {
      problem: `there is no system '${id}'`,
      fix: didYouMean(nearest(id, ids), `the systems are ${list(ids)}`),
    });
  }
  const redirect = loopback(options.redirect);
  const environment = await readEnvironment(options.env, folder, io);
  const missing = missingSettings({ settings: authorizationSettings(system) }, environment);
  if (missing.length > 0) throw new DiagnosticError(missing);
  const file = resolve(io.cwd, options.data ?? environment['FLOWRIGHT_DATA_DIR'] ?? '.flowright');
  const receiver = await openReceiver(redirect);
  try {
    const asked = authorize(system, settingsFrom(environment), receiver.redirectUri);
    if (asked === undefined)
      throw failWith('FR6001', {
        problem: `nobody has to agree for '${id}'`,
        fix: 'only a system whose auth is oauth2 with grant: authorizationCode is connected',
      });
    io.stderr.write(
      `Open this page, and agree; ${receiver.redirectUri} must be a redirect URI of the client:\n\n${asked.url}\n\n`,
    );
    const store = fileTokenStore(join(file, TOKEN_FILE));
    await receiver.receive((answer) => asked.redeem(answer, store));
  } catch (error) {
    if (error instanceof FatalError || error instanceof RetryLaterError)
      throw failWith('FR6016', { system: id, reason: error.message }, error);
    throw error;
  } finally {
    receiver.close();
  }
  const stored = displayPath(join(file, TOKEN_FILE), io.cwd);
  if (json) writeJson(io.stdout, { version: 1, system: id, stored });
  else io.stdout.write(`${id} is connected; the refresh token is in ${stored}\n`);
  return EXIT.ok;
}

/** The browser has to come back to this machine, where nobody else listens. */
function loopback(text: string): URL {
  const url = URL.parse(text);
  const own = url?.hostname === '127.0.0.1' || url?.hostname === 'localhost' || url?.hostname === '[::1]';
  if (url !== null && url.protocol === 'http:' && own && url.search === '' && url.hash === '') return url;
  throw failWith('FR6001', {
    problem: `'${text}' does not lead back to this machine`,
    fix: 'name a URL such as http://127.0.0.1:8976/callback or http://localhost:8976/callback',
  });
}
