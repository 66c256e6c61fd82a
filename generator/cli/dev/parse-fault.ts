import type { Fault, FaultAction, MockDefinition } from '@flowright/runtime/mock';
import { milliseconds } from '../../check/duration.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { failWith, type DiagnosticError } from '../diagnostic-error.ts';

const FORM = /^(?<system>[^.=]+)(?:\.(?<endpoint>[^=]+))?=(?<what>.+?)(?:x(?<times>[1-9]\d{0,3}))?$/;
const SLOW_MS = 2_000;

/** Reads a fault as `--fault` has it: `hubspot.createDeal=429`, `hubspot=slow:5s`, `hubspot.createDeal=500x3`. Throws FR6008. */
export function parseFault(fault: string, { systems }: MockDefinition): Fault {
  const wrong = (problem: string, fix?: string): DiagnosticError => failWith('FR6008', { fault, problem, fix });
  const { system = '', endpoint, what = '', times } = FORM.exec(fault)?.groups ?? {};
  if (system === '') throw wrong('it has another form');
  const known = systems.find((one) => one.id === system);
  if (known === undefined)
    throw wrong(
      `there is no mock system '${system}'`,
      suggest(
        system,
        systems.map((one) => one.id),
      ),
    );
  const endpoints = known.endpoints.map((one) => one.id);
  if (endpoint !== undefined && !endpoints.includes(endpoint))
    throw wrong(`'${system}' has no endpoint '${endpoint}'`, suggest(endpoint, endpoints));
  const does = parseAction(what);
  if (does === undefined) throw wrong(`'${what}' is nothing that a mock system does`);
  return { system, ...(endpoint !== undefined && { endpoint }), times: Number(times ?? 1), does };
}

function parseAction(what: string): FaultAction | undefined {
  if (/^[2-5]\d\d$/.test(what)) return { kind: 'status', status: Number(what) };
  if (what === 'malformed') return { kind: 'malformed' };
  if (what === 'expiredToken') return { kind: 'expiredToken' };
  if (what === 'disconnect' || what === 'disconnect:before') return { kind: 'disconnect', when: 'before' };
  if (what === 'disconnect:after') return { kind: 'disconnect', when: 'after' };
  if (what === 'slow') return { kind: 'slow', delayMs: SLOW_MS };
  const delay = /^slow:(\d+(?:ms|s|m))$/.exec(what)?.[1];
  return delay === undefined ? undefined : { kind: 'slow', delayMs: milliseconds(delay) };
}

function suggest(name: string, candidates: readonly string[]): string {
  const near = nearest(name, candidates);
  return near === undefined ? `there is ${candidates.join(', ')}` : `did you mean '${near}'?`;
}
