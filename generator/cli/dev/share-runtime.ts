import { registerHooks } from 'node:module';

const RUNTIME = /^@flowright\/runtime(?:\/\w+)?$/;
let shared = false;

/**
 * Integrations that are imported from now on use the runtime that this command line uses. They then run before anything
 * is installed for them, and an error that one half throws is of the class that the other half knows.
 */
export function shareRuntime(): void {
  if (shared) return;
  shared = true;
  registerHooks({
    resolve: (specifier, context, next) =>
      next(specifier, RUNTIME.test(specifier) ? { ...context, parentURL: import.meta.url } : context),
  });
}
