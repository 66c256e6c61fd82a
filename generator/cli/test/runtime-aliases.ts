import { fileURLToPath } from 'node:url';

/** Where what outputs import of the runtime is found, wherever they stand: with this command line. */
export function runtimeAliases(): readonly { readonly find: RegExp; readonly replacement: string }[] {
  return ['', '/validate', '/mock', '/scenario', '/logic', '/ops'].map((part) => ({
    find: new RegExp(`^@flowright/runtime${part}$`),
    replacement: fileURLToPath(import.meta.resolve(`@flowright/runtime${part}`)),
  }));
}
