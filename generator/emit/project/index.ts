export { emitProject, type ProjectPlan } from './emit-project.ts';
