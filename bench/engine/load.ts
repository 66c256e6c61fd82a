import { performance } from 'node:perf_hooks';
import { Agent, request } from 'undici';
import { quantile } from '../measure/statistics.ts';
import { payload } from './payload.ts';

/** Deliveries under way at any time. */
const OUTSTANDING = 64;

export interface Load {
  readonly perSecond: number;
  readonly p99: number;
}

/** Delivers `count` events, `idOf` their ids; each must be answered with 200. */
export async function deliver(url: string, count: number, idOf: (n: number) => string): Promise<Load> {
  const dispatcher = new Agent({ connections: OUTSTANDING });
  const body = JSON.stringify(payload);
  const times: number[] = [];
  let sent = 0;
  const client = async (): Promise<void> => {
    while (sent < count) {
      sent += 1;
      const headers = { 'content-type': 'application/json', 'x-id': idOf(sent) };
      const began = performance.now();
      const response = await request(`${url}/events`, { method: 'POST', dispatcher, headers, body });
      await response.body.dump();
      if (response.statusCode !== 200) throw new Error(`a delivery was answered with ${response.statusCode}`);
      times.push(performance.now() - began);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: OUTSTANDING }, client));
  const seconds = (performance.now() - began) / 1000;
  await dispatcher.close();
  return {
    perSecond: count / seconds,
    p99: quantile(
      times.toSorted((a, b) => a - b),
      0.99,
    ),
  };
}
