import type { System } from '../spec/types.ts';
import { below, items, type OpenApiDocument } from './document.ts';
import { nameModels, type ModelNames } from './models.ts';
import type { Operation } from './operation.ts';
import { operationsOf } from './operations.ts';
import type { Tell } from './remark.ts';
import { authOf, credentialsOf } from './security.ts';
import { serverOf } from './servers.ts';

/** What a document says of the system as a whole, and its operations. */
export interface SystemApi {
  readonly id: string;
  readonly document: OpenApiDocument;
  readonly operations: readonly Operation[];
  readonly models: ModelNames;
  readonly baseUrl: string;
  readonly variables: NonNullable<System['variables']>;
  readonly auth: System['auth'];
  readonly credentials: ReadonlySet<string>;
}

/** Reads the document of a system. What the spec itself says of the system stands. `taken`: models that other documents bring. */
export function systemApi(
  id: string,
  own: Partial<Pick<System, 'baseUrl' | 'auth'>>,
  document: OpenApiDocument,
  taken: ReadonlySet<string>,
  tell: Tell,
  chosen?: readonly Operation[],
): SystemApi {
  const operations = chosen ?? operationsOf(document);
  const servers = below(document.root, 'servers');
  const [first] = operations.flatMap((operation) => operation.servers ?? []);
  const server = serverOf(items(servers).length > 0 || first === undefined ? servers : first);
  const auth = own.auth ?? authOf(document, operations, id, tell);
  return {
    id,
    document,
    operations,
    models: nameModels(document, id, taken),
    baseUrl: own.baseUrl ?? server.baseUrl,
    variables: own.baseUrl === undefined ? server.variables : {},
    auth,
    credentials: credentialsOf(auth),
  };
}
