import { type SystemDefinition, type Transport, pathSegment } from '@flowright/runtime';
import type { AppendRowsRequest } from '../models/append-rows-request.ts';
import { type AppendRowsResponse, parseAppendRowsResponse } from '../models/append-rows-response.ts';

/** Warehouse */
export const warehouse = {
  id: 'warehouse',
  baseUrl: 'https://{host}/ingest/v1',
  baseUrlSetting: 'WAREHOUSE_BASE_URL',
  variables: { host: { setting: 'WAREHOUSE_HOST', default: 'warehouse.example.com' } },
  auth: { kind: 'apiKey', in: 'header', name: 'Authorization', prefix: 'Token ', secret: 'WAREHOUSE_TOKEN' },
  headers: {},
  timeoutMs: 60000,
  retry: {
    attempts: 3,
    initialMs: 500,
    factor: 2,
    maxMs: 60000,
    on: [429, '5xx', 'network', 'timeout'],
    respect: 'Retry-After',
  },
} as const satisfies SystemDefinition;

export interface AppendRowsInput {
  readonly table: string | number;
  readonly body: AppendRowsRequest;
}

export type WarehouseClient = ReturnType<typeof warehouseClient>;

export function warehouseClient(transport: Transport) {
  return {
    /** Rows of a table; a row whose id is there already is replaced: POST /tables/{table}/rows */
    async appendRows(input: AppendRowsInput): Promise<AppendRowsResponse> {
      const { body } = await transport.send(warehouse, {
        operation: 'appendRows',
        method: 'POST',
        path: `/tables/${pathSegment(input.table)}/rows`,
        body: input.body,
        retrySafe: true,
        parse: parseAppendRowsResponse,
      });
      return body;
    },
  };
}
