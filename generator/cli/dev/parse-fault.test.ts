import type { MockDefinition, MockEndpoint } from '@flowright/runtime/mock';
import { expect, it } from 'vitest';
import { DiagnosticError } from '../diagnostic-error.ts';
import { parseFault } from './parse-fault.ts';

const endpoint = (id: string): MockEndpoint => ({
  id,
  method: 'POST',
  path: `/${id}`,
  status: 200,
  does: { kind: 'respond' },
});
const mocks: MockDefinition = {
  systems: [
    {
      id: 'crm',
      baseUrlSetting: 'CRM_BASE_URL',
      basePath: '',
      auth: { kind: 'none' },
      endpoints: [endpoint('createDeal'), endpoint('findDeals')],
    },
  ],
  seeds: {},
};

it.each([
  ['crm.createDeal=429', { system: 'crm', endpoint: 'createDeal', times: 1, does: { kind: 'status', status: 429 } }],
  ['crm=500x3', { system: 'crm', times: 3, does: { kind: 'status', status: 500 } }],
  ['crm=slow', { system: 'crm', times: 1, does: { kind: 'slow', delayMs: 2000 } }],
  [
    'crm.findDeals=slow:40sx2',
    { system: 'crm', endpoint: 'findDeals', times: 2, does: { kind: 'slow', delayMs: 40_000 } },
  ],
  ['crm=malformed', { system: 'crm', times: 1, does: { kind: 'malformed' } }],
  ['crm.createDeal=expiredToken', { system: 'crm', endpoint: 'createDeal', times: 1, does: { kind: 'expiredToken' } }],
  ['crm=disconnect', { system: 'crm', times: 1, does: { kind: 'disconnect', when: 'before' } }],
  ['crm=disconnect:after', { system: 'crm', times: 1, does: { kind: 'disconnect', when: 'after' } }],
])('reads %s', (fault, expected) => {
  expect(parseFault(fault, mocks)).toEqual(expected);
});

it.each([
  ['crm', 'it has another form', 'write SYSTEM.ENDPOINT=429, =500, =slow, =malformed or =disconnect'],
  ['cmr=500', "there is no mock system 'cmr'", "did you mean 'crm'?"],
  ['crm.createDael=500', "'crm' has no endpoint 'createDael'", "did you mean 'createDeal'?"],
  ['crm.x=500', "'crm' has no endpoint 'x'", 'there is createDeal, findDeals'],
  [
    'crm=600',
    "'600' is nothing that a mock system does",
    'write SYSTEM.ENDPOINT=429, =500, =slow, =malformed or =disconnect',
  ],
  [
    'crm=slow:5',
    "'slow:5' is nothing that a mock system does",
    'write SYSTEM.ENDPOINT=429, =500, =slow, =malformed or =disconnect',
  ],
])('says what is wrong with %s', (fault, problem, fix) => {
  const [diagnostic] = problemsOf(() => parseFault(fault, mocks));
  expect(diagnostic).toMatchObject({ code: 'FR6008', message: `the fault '${fault}' makes no sense: ${problem}`, fix });
});

function problemsOf(work: () => unknown): DiagnosticError['diagnostics'] {
  try {
    work();
  } catch (error) {
    if (error instanceof DiagnosticError) return error.diagnostics;
    throw error;
  }
  return [];
}
