import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { IntegrationDefinition } from '@flowright/runtime';
import type { MockDefinition } from '@flowright/runtime/mock';
import { displayPath } from '../../diagnostics/display-path.ts';
import { failWith } from '../diagnostic-error.ts';
import { shorten } from '../render/shorten.ts';
import { shareRuntime } from './share-runtime.ts';

/** Imports what an integration's `src/triggers.ts` declares. */
export async function importIntegration(folder: string, cwd: string): Promise<IntegrationDefinition<unknown>> {
  const { integration } = await importFile(folder, 'src/triggers.ts', cwd);
  if (isIntegration(integration)) return integration;
  throw failWith('FR6009', { folder: displayPath(folder, cwd), reason: 'src/triggers.ts exports no integration' });
}

/** Imports what an integration's `src/mocks.ts` declares. */
export async function importMocks(folder: string, cwd: string): Promise<MockDefinition> {
  const { mocks } = await importFile(folder, 'src/mocks.ts', cwd);
  if (isMocks(mocks)) return mocks;
  throw failWith('FR6009', { folder: displayPath(folder, cwd), reason: 'src/mocks.ts exports no mocks' });
}

async function importFile(folder: string, file: string, cwd: string): Promise<Readonly<Record<string, unknown>>> {
  shareRuntime();
  try {
    const module: unknown = await import(pathToFileURL(join(folder, file)).href);
    return isRecord(module) ? module : {};
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const reason = shorten(message.replaceAll(/ imported from .*$/gm, '').replaceAll(/\s+/g, ' '), 300);
    throw failWith('FR6009', { folder: displayPath(folder, cwd), reason }, error);
  }
}

function isIntegration(value: unknown): value is IntegrationDefinition<unknown> {
  if (!isRecord(value)) return false;
  return (
    typeof value['name'] === 'string' &&
    typeof value['clients'] === 'function' &&
    isRecord(value['workflows']) &&
    Array.isArray(value['systems']) &&
    Array.isArray(value['settings'])
  );
}

function isMocks(value: unknown): value is MockDefinition {
  return isRecord(value) && Array.isArray(value['systems']) && isRecord(value['seeds']);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
