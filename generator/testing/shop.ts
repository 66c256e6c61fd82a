import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { startIntegration, type RunningIntegration, type StartIntegrationOptions } from '@flowright/runtime';
import { startMocks, type MockOptions, type MockServer } from '@flowright/runtime/mock';
import { onTestFinished } from 'vitest';
import { mocks } from '../../out/shopify-hubspot/src/mocks.ts';
import { integration } from '../../out/shopify-hubspot/src/triggers.ts';

/** The program that a user starts, as a URL. */
export const main = new URL('../../out/shopify-hubspot/src/main.ts', import.meta.url).href;

/** The order of `fixtures/shopify/order-paid.json`, with some fields changed. */
export function paidOrder(changes: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  const text = readFileSync(new URL('../../fixtures/shopify/order-paid.json', import.meta.url), 'utf8');
  const order: unknown = JSON.parse(text);
  return { ...Object(order), ...changes };
}

/** Shopify and HubSpot as mocks, until the test ends. `seeds`: what they hold at the start. */
export async function startSystems(
  seeds: Readonly<Record<string, readonly unknown[]>> = {},
  options: MockOptions = {},
): Promise<MockServer> {
  const systems = await startMocks({ ...mocks, seeds: { ...mocks.seeds, ...seeds } }, options);
  onTestFinished(() => systems.close());
  return systems;
}

/** Starts the integration in this process, until the test ends. Retries wait for nothing but what a provider asks for. */
export async function startShop(
  systems: MockServer,
  options: Partial<StartIntegrationOptions> = {},
): Promise<RunningIntegration> {
  const running = await startIntegration(integration, { environment: systems.settings, random: () => 0, ...options });
  onTestFinished(() => running.close(100));
  return running;
}

export interface DeliveryOptions {
  /** Shopify's id of the delivery. */
  readonly id?: string;
  /** `null`: none is sent. */
  readonly signature?: string | null;
}

export interface Answer {
  readonly status: number;
  /** Parsed JSON. */
  readonly body: unknown;
}

/** Delivers an order, or a body as it is, as Shopify does: signed over its bytes. */
export async function deliver(
  url: string,
  payload: unknown,
  { id = 'delivery-1', signature = sign(payload) }: DeliveryOptions = {},
): Promise<Answer> {
  const response = await fetch(`${url}/shopify/orders`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-shopify-webhook-id': id,
      ...(signature !== null && { 'x-shopify-hmac-sha256': signature }),
    },
    body: textOf(payload),
  });
  return { status: response.status, body: await response.json() };
}

/** The signature of a body, with the secret that the mocks hand out. */
export function sign(payload: unknown, secret = mocks.settings?.['SHOPIFY_WEBHOOK_SECRET'] ?? ''): string {
  return createHmac('sha256', secret).update(textOf(payload)).digest('base64');
}

function textOf(payload: unknown): string {
  return typeof payload === 'string' ? payload : JSON.stringify(payload);
}

/** The endpoints that were called, in order. */
export function callsOf(systems: MockServer): readonly string[] {
  return systems.requests.map(({ endpoint }) => endpoint ?? '?');
}

/** What a paid order of a new customer calls, in order. */
export const allCalls = [
  'searchContacts',
  'createContact',
  'searchDeals',
  'createDeal',
  'createLineItems',
  'createMetafield',
] as const;
