import { runInProcess } from '../../cli/testing/run-in-process.ts';
import type { MeasuredRun } from './measure.ts';

// Run as a process of its own by measure.ts: builds each spec into one output folder, and prints how that went as JSON.
const [out = '', ...targets] = process.argv.slice(2);
const runs: MeasuredRun[] = [];
for (const target of targets) {
  const [cwd = '', spec = ''] = target.split('::');
  // Processor time: what else the machine does is not counted.
  const before = process.cpuUsage();
  const { code, stdout, stderr } = await runInProcess(['build', spec, '-o', out], cwd);
  runs.push({ cwd, code, shown: stdout + stderr, milliseconds: spentSince(before) });
}
process.stdout.write(JSON.stringify({ runs, megabytes: process.resourceUsage().maxRSS / 1024 }));

function spentSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
