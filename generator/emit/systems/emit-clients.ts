import type { SystemPlan } from '../../ir/system.ts';
import * as s from '../syntax/index.ts';

export const CLIENTS_FILE = 'src/clients.ts';
export const CLIENTS_TYPE = { name: 'Clients', file: CLIENTS_FILE };
export const CREATE_CLIENTS = { name: 'createClients', file: CLIENTS_FILE };

/** `src/clients.ts`: all clients under their names, as steps reach them. */
export function emitClients(systems: readonly SystemPlan[]): s.EmittedFile {
  const imports = new s.Imports(CLIENTS_FILE, [CLIENTS_TYPE.name, CREATE_CLIENTS.name, 'transport', '_transport']);
  const called = systems.filter(({ operations }) => operations.length > 0);
  const transport = called.length === 0 ? '_transport' : 'transport';
  const clients = called.map(({ client, symbol }) => ({
    name: client.name,
    type: s.referenceType(imports.useType({ name: client.type, file: symbol.file })),
    made: s.call(imports.use({ name: client.factory, file: symbol.file }), [s.identifier(transport)]),
  }));
  const content = [
    s.interfaceDeclaration({
      name: CLIENTS_TYPE.name,
      doc: 'The clients of the systems, as steps reach them.',
      fields: clients.map(({ name, type }) => ({ name, type, readonly: true })),
    }),
    s.functionDeclaration({
      name: CREATE_CLIENTS.name,
      parameters: [{ name: transport, type: s.referenceType(imports.useRuntimeType('Transport')) }],
      returns: s.referenceType(CLIENTS_TYPE.name),
      body: [s.returnValue(s.object(clients.map(({ name, made }) => s.entry(name, made))))],
    }),
  ];
  return s.sourceFile({ path: CLIENTS_FILE, imports, content });
}
