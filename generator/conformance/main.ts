import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { renderHuman } from '../diagnostics/render/human.ts';
import { CasesError, readCases } from './cases/read-cases.ts';
import type { RecordedCase } from './cases/recorded-case.ts';
import type { CaseResult } from './report/case-result.ts';
import { colours, plain, reportLines } from './report/report-lines.ts';
import { NO_ROWS } from './report/row-share.ts';
import { mutateCases } from './mutate/mutate-cases.ts';
import { buildCases } from './run/build-cases.ts';
import { judgeCase } from './run/judge-case.ts';

const HELP = `Usage: npm run conformance -- --cases DIR [options]

Runs the integration of each recorded case once against its recording, and compares what it led to.

  --cases DIR   a folder of cases, each a folder with a recording.json (docs/conformance.md has the format)
  --specs DIR   the specs; one is for the case whose id, with dashes, is its name (default: spec/conformance)
  --only TEXT   only cases whose id has this in it; may be given several times
  --json FILE   write the report there, too
  --mutate      delete each row, guard, step and pagination line of each spec instead, and tell what no case or criterion misses
  --help

Examples
  npm run conformance -- --cases ../recordings
  npm run conformance -- --cases ../recordings --only shopify --json report.json
`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string' },
      specs: { type: 'string', default: 'spec/conformance' },
      only: { type: 'string', multiple: true },
      json: { type: 'string' },
      mutate: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true || values.cases === undefined) {
    (values.help === true ? process.stdout : process.stderr).write(HELP);
    return values.help === true ? 0 : 2;
  }
  const only = values.only ?? [''];
  const cases = (await readCases(values.cases)).filter(({ id }) => only.some((part) => id.includes(part)));
  if (cases.length === 0) throw new CasesError(`no case in ${values.cases} is asked for`);
  if (values.mutate === true) {
    process.stdout.write(await mutateCases(cases, path.resolve(values.specs), process.cwd()));
    return 0;
  }
  const results = await runCases(cases, values.specs);
  const paint = process.stdout.isTTY && process.env['NO_COLOR'] === undefined ? colours : plain;
  process.stdout.write(`${reportLines(results, paint).join('\n')}\n`);
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(results, undefined, 2)}\n`);
  return results.every(({ verdict }) => verdict === 'passed') ? 0 : 1;
}

async function runCases(cases: readonly RecordedCase[], specs: string): Promise<readonly CaseResult[]> {
  const cwd = process.cwd();
  process.stderr.write(`building the specs of ${String(cases.length)} cases …\n`);
  const built = await buildCases(cases, path.resolve(cwd, specs), cwd);
  try {
    const errors = built.diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0)
      process.stderr.write(renderHuman(errors, { sources: built.sources, stream: process.stderr, width: 120 }));
    const results = new Map<RecordedCase, CaseResult>();
    for (const one of built.built) results.set(one.recorded, await judgeCase(one));
    for (const one of built.without) results.set(one, unrun(one, 'no spec', 'there is no spec for it'));
    for (const one of built.broken) results.set(one, unrun(one, 'failed', 'its spec was not built'));
    return cases.flatMap((one) => results.get(one) ?? []);
  } finally {
    await built.remove();
  }
}

function unrun({ id, kind }: RecordedCase, verdict: CaseResult['verdict'], why: string): CaseResult {
  return { id, kind, verdict, differences: [why], rows: NO_ROWS, gaps: [], requests: [], unused: [] };
}

try {
  process.exitCode = await main();
} catch (error) {
  const expected = error instanceof CasesError || (error instanceof TypeError && 'code' in error);
  process.stderr.write(`${error instanceof Error && expected ? error.message : String(error)}\n`);
  process.exitCode = expected ? 2 : 4;
}
