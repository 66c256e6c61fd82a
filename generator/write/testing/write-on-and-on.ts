import { writeOutput } from '../write-output.ts';
import { versionOf } from './versions.ts';

// Writes one version after the other into the folder that it is given, until it is killed.
const [cwd = '', from = '0'] = process.argv.slice(2);
process.stdout.write('ready\n');
for (let version = Number(from); ; version += 1) {
  const { diagnostics } = await writeOutput('out', versionOf(version), { cwd, notes: { build: version } });
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
}
