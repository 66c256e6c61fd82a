export { CLIENTS_TYPE, CREATE_CLIENTS, emitClients } from './emit-clients.ts';
export { emitSystem } from './emit-system.ts';
export { responseItems } from './response-path.ts';
