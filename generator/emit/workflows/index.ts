export { emitWorkflow } from './emit-workflow.ts';
