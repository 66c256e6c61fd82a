#!/usr/bin/env node
import { knownHelp } from './help/known-help.ts';

// A reader that has seen enough (`flowright check | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// Help and version are for every Node, and at hand: whatever else is loaded here, a person waits for.
const help = knownHelp(process.argv.slice(2), process.stdout);
if (help === undefined) await import('./start.ts');
else process.stdout.write(help);
