import * as nodeModule from 'node:module';

// Before anything else is loaded: what the compiler stages are made of takes long to compile. A Node that is too old,
// which the command line says, does not have it.
if ('enableCompileCache' in nodeModule) nodeModule.enableCompileCache();
const { runCli } = await import('./run-cli.ts');

/** The first signal is for the command, which then stops cleanly; a second one ends the process as it would any other. */
function onInterrupt(listener: () => void): () => void {
  process.once('SIGINT', listener);
  process.once('SIGTERM', listener);
  return () => {
    process.off('SIGINT', listener);
    process.off('SIGTERM', listener);
  };
}

const { stdout, stderr, env } = process;
process.exitCode = await runCli(process.argv.slice(2), { stdout, stderr, env, cwd: process.cwd(), onInterrupt });
