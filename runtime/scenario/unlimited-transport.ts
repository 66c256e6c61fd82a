import type { StepTransport } from '../engine/embedded/host.ts';
import { createTransport, type TransportOptions, type TransportPool } from '../http/create-transport.ts';
import type { SystemDefinition } from '../http/system.ts';

/** The real transport without the systems' rate limits: mock systems have none, and a test waits for nothing. */
export function unlimitedTransport(options: TransportOptions): StepTransport & Pick<TransportPool, 'close'> {
  const pool = createTransport(options);
  const known = new WeakMap<SystemDefinition, SystemDefinition>();
  const unlimited = (system: SystemDefinition): SystemDefinition => {
    const { rateLimit: _, ...rest } = system;
    const made = known.get(system) ?? rest;
    known.set(system, made);
    return made;
  };
  return {
    forStep(step) {
      const transport = pool.forStep(step);
      return { send: (system, request) => transport.send(unlimited(system), request) };
    },
    close: () => pool.close(),
  };
}
