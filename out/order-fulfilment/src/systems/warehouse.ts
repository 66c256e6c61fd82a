import { type SystemDefinition, type Transport, pathSegment } from '@flowright/runtime';
import { type CreateShipmentResponse, parseCreateShipmentResponse } from '../models/create-shipment-response.ts';
import type { Shipment } from '../models/shipment.ts';

/** Warehouse */
export const warehouse = {
  id: 'warehouse',
  baseUrl: 'https://wms.example.com/api',
  baseUrlSetting: 'WAREHOUSE_BASE_URL',
  variables: {},
  auth: { kind: 'basic', username: { setting: 'WMS_USER' }, password: { setting: 'WMS_PASSWORD' } },
  headers: {},
  timeoutMs: 30000,
  retry: {
    attempts: 3,
    initialMs: 500,
    factor: 2,
    maxMs: 60000,
    on: [429, '5xx', 'network', 'timeout'],
    respect: 'Retry-After',
  },
} as const satisfies SystemDefinition;

export interface CreateShipmentInput {
  readonly reference: string | number;
  readonly body: Shipment;
}

export type WarehouseClient = ReturnType<typeof warehouseClient>;

export function warehouseClient(transport: Transport) {
  return {
    /** PUT /shipments/{reference} */
    async createShipment(input: CreateShipmentInput): Promise<CreateShipmentResponse> {
      const { body } = await transport.send(warehouse, {
        operation: 'createShipment',
        method: 'PUT',
        path: `/shipments/${pathSegment(input.reference)}`,
        body: input.body,
        retrySafe: true,
        parse: parseCreateShipmentResponse,
      });
      return body;
    },
  };
}
