export { emitWorkflow } from './emit-workflow.ts';
export { rewrite } from './rewrite.ts';
