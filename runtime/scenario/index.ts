export type { Call } from './calls.ts';
export type { Answer, DeliveryOptions, RepetitionOptions, Tamper } from './deliver.ts';
export type { Checkpoint } from '../engine/checkpoint.ts';
export type { RecordChanges } from './watch-records.ts';
export { runOnce, type RunOnceOptions, type RunOnceResult } from './run-once.ts';
export { signDelivery } from './sign-delivery.ts';
export { startScenario, type Outcome, type Scenario, type ScenarioOptions } from './start-scenario.ts';
