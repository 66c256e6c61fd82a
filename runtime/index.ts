export type { Reply, RetryPolicy, StepContext, StepIO } from './context/context.ts';
export { FatalError, GapUnfilledError, PayloadError, RetryLaterError } from './context/errors.ts';
export type { FailureCode, FailureDetails } from './context/errors.ts';
export { poll } from './context/poll.ts';
export type { PollOptions } from './context/poll.ts';
export { recover } from './context/recover.ts';
export type { FailureRule } from './context/recover.ts';
export type { Issue } from './context/issue.ts';
export type { Json } from './context/json.ts';
export type { Logger } from './context/logger.ts';
export { defineIntegration, workflow } from './integration.ts';
export type { AnyWorkflow, IntegrationDefinition, ScheduledWorkflow, WorkflowDefinition } from './integration.ts';
export type {
  Delivery,
  ManualTrigger,
  ScheduleTrigger,
  Tick,
  Trigger,
  WebhookAuth,
  WebhookDedupe,
  WebhookTrigger,
} from './trigger/trigger.ts';
export { serve } from './serve/serve.ts';
export type { ServeOptions } from './serve/serve.ts';
export { runWorkflow } from './serve/run-workflow.ts';
export type { RunWorkflowOptions, WorkflowEnd } from './serve/run-workflow.ts';
export { startIntegration } from './serve/start-integration.ts';
export type { RunningIntegration, StartIntegrationOptions } from './serve/start-integration.ts';
export { openInspector } from './engine/embedded/open-inspector.ts';
export { systemClock } from './engine/clock.ts';
export type { Clock } from './engine/clock.ts';
export { OverloadedError } from './engine/engine.ts';
export type {
  Engine,
  PruneOptions,
  RunFilter,
  RunInspector,
  RunOutcome,
  Started,
  StartOptions,
} from './engine/engine.ts';
export type { Checkpoint } from './engine/checkpoint.ts';
export type { RecordFilter, SavedCounts, StoredRecord } from './engine/records.ts';
export type { EngineEvent, EngineListener } from './engine/event.ts';
export type { Failure, JournalEntry, JournalKind, RunDetails, RunRecord, RunStatus } from './engine/run.ts';
export { SettingsError } from './settings/settings-error.ts';
export { settingsFrom } from './settings/settings.ts';
export type { Environment, Settings } from './settings/settings.ts';
export { createLogger } from './settings/create-logger.ts';
export { loadSettings } from './settings/load-settings.ts';
export { createRedactor, redactorFor } from './settings/redactor.ts';
export type { Redactor } from './settings/redactor.ts';
export * from './http/index.ts';
export * from './ops/index.ts';
