import { type SystemDefinition, type Transport, pathSegment } from '@flowright/runtime';
import { type Tracking, parseTrackingResponse } from '../models/tracking.ts';

/** Carrier */
export const carrier = {
  id: 'carrier',
  baseUrl: 'https://tracking.carrier.example.com',
  baseUrlSetting: 'CARRIER_BASE_URL',
  variables: {},
  auth: { kind: 'basic', username: { setting: 'CARRIER_USER' }, password: { setting: 'CARRIER_PASSWORD' } },
  headers: {},
  timeoutMs: 30000,
  retry: {
    attempts: 4,
    initialMs: 500,
    factor: 2,
    maxMs: 60000,
    on: [429, '5xx', 'network', 'timeout'],
    respect: 'Retry-After',
  },
  rateLimit: { requests: 5, perMs: 1000 },
} as const satisfies SystemDefinition;

export interface GetTrackingInput {
  readonly numberValue: string | number;
}

export type CarrierClient = ReturnType<typeof carrierClient>;

export function carrierClient(transport: Transport) {
  return {
    /** GET /v2/track/{number} */
    async getTracking(input: GetTrackingInput): Promise<Tracking> {
      const { body } = await transport.send(carrier, {
        operation: 'getTracking',
        method: 'GET',
        path: `/v2/track/${pathSegment(input.numberValue)}`,
        retrySafe: true,
        errors: [{ body: { path: ['error', 'code'], equals: 'TRY_LATER' }, code: 'provider_error', retry: true }],
        parse: parseTrackingResponse,
      });
      return body;
    },
  };
}
