import { ts } from '../../emit/syntax/typescript.ts';
import { formatFiles } from '../../format/format-files.ts';
import type { GapContract } from '../contract/contract.ts';
import { problemsOf, type Body, type Finding } from './body.ts';
import type { BodyVerdict } from './body-verdict.ts';
import { findingsOf, NOTHING_KNOWN } from './findings.ts';
import { harden, type Hardened } from './harden/harden.ts';
import { programOf, type BodyProgram } from './program.ts';
import { readBody } from './read-body.ts';
import { typeFinding } from './type-problems.ts';

/** A body to be checked against its contract. */
export interface GivenBody {
  readonly code: string;
  readonly contract: GapContract;
}

/**
 * Checks a body without running it, and makes the file that is tested and emitted of it. Never rejects: whatever the text is,
 * what is wrong with it is in the verdict, all of it at once.
 */
export async function checkBody(code: string, contract: GapContract): Promise<BodyVerdict> {
  const [verdict] = await checkBodies([{ code, contract }]);
  return verdict ?? { ok: false, problems: [] };
}

/** {@link checkBody} of many, which costs a fraction of checking each by itself; verdicts in the order of the bodies. */
export async function checkBodies(given: readonly GivenBody[]): Promise<BodyVerdict[]> {
  const read = given.map(({ code, contract }) => readBody(code, contract));
  const bodies = read.filter((one) => 'text' in one);
  const [alone, together] = [bodies.filter(speaksToOthers), bodies.filter((body) => !speaksToOthers(body))];
  const checked = [...outcomes(together), ...alone.flatMap((body) => outcomes([body]))];
  const verdicts = new Map(checked.map((one) => [one.body, one] as const));
  return Promise.all(
    read.map(async (one): Promise<BodyVerdict> => {
      if ('problems' in one) return { ok: false, problems: one.problems };
      const outcome = verdicts.get(one);
      return outcome !== undefined && 'hardened' in outcome
        ? accepted(one, outcome.hardened)
        : refused(one, outcome?.findings ?? []);
    }),
  );
}

/** What declares something for all files of a program would change the verdicts of the others. */
function speaksToOthers(body: Body): boolean {
  return /\b(?:declare|global|module|namespace)\b|\\u/.test(body.checked);
}

/** All bodies in one program; where one of them is too much for the compiler, each in its own, to know which. */
function outcomes(bodies: readonly Body[]): Checked[] {
  try {
    const program = programOf(bodies.map((body) => body.types + body.checked));
    const checked = bodies.map((body, at) => check(body, program, at));
    const doubtful = checked.filter((one) => 'hardened' in one && one.hardened.tellsLess);
    const texts = doubtful.map((one) => ('hardened' in one ? fileText(one.body, one.hardened) : ''));
    const again = texts.length === 0 ? undefined : programOf(texts, true);
    return checked.map((one) => {
      const at = doubtful.indexOf(one);
      if (again === undefined || at === -1 || !('hardened' in one)) return one;
      const findings = recheck(one.body, one.hardened, again, at);
      return findings.length > 0 ? { body: one.body, findings } : one;
    });
  } catch (error) {
    const [body, second] = bodies;
    if (body === undefined) throw error;
    if (second !== undefined) return bodies.flatMap((one) => outcomes([one]));
    return [
      {
        body,
        findings: [
          {
            at: 0,
            message: 'the code is too much for the compiler',
            fix: 'write it more simply: fewer types within types, smaller expressions',
          },
        ],
      },
    ];
  }
}

type Checked =
  | { readonly body: Body; readonly findings: readonly Finding[] }
  | { readonly body: Body; readonly hardened: Hardened };

function check(body: Body, program: BodyProgram, at: number): Checked {
  const file = program.files[at];
  if (file === undefined) return { body, findings: [] };
  const start = body.types.length;
  const { findings, gap, statements, report } = findingsOf(body, file, program.checker);
  for (const diagnostic of program.diagnosticsOf(file)) {
    const finding = typeFinding(diagnostic);
    findings.push({ ...finding, at: finding.at - start });
  }
  if (findings.length > 0 || gap === undefined) return { body, findings: withCause(findings, file, start) };
  const hardened = harden({ file, checker: program.checker, contract: body.contract, report }, gap, statements, start);
  return findings.length > 0 ? { body, findings } : { body, hardened };
}

/** Where a line says why nothing is known of a value, that it is so is left out: it would be the first thing that is read. */
function withCause(findings: readonly Finding[], file: ts.SourceFile, start: number): Finding[] {
  const lineOf = ({ at }: Finding): number => ts.getLineAndCharacterOfPosition(file, at + start).line;
  const caused = new Set(findings.filter(({ message }) => message !== NOTHING_KNOWN).map(lineOf));
  return findings.filter((one) => one.message !== NOTHING_KNOWN || !caused.has(lineOf(one)));
}

/** What hardening has made of a body must still type-check, as the output's own compiler will look at it. */
function recheck(body: Body, hardened: Hardened, program: BodyProgram, at: number): Finding[] {
  const file = program.files[at];
  if (file === undefined) return [];
  const start = hardened.imports.length + body.types.length + 1;
  return program.diagnosticsOf(file).map((diagnostic) => ({
    at: hardened.origin((diagnostic.start ?? 0) - start) - body.types.length,
    check: 'types' as const,
    message: `what TypeScript knows of a value here is lost when its key is guarded: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`,
    fix: 'bind the value to a const before testing it, and the key to a const before using it',
  }));
}

function fileText(body: Body, hardened: Hardened): string {
  return `${hardened.imports}${body.types}\n${hardened.code}`;
}

function refused(body: Body, findings: readonly Finding[]): BodyVerdict {
  return { ok: false, problems: problemsOf(findings, body.checked) };
}

async function accepted(body: Body, hardened: Hardened): Promise<BodyVerdict> {
  const [text, file] = await Promise.all([formatted(body.text), formatted(fileText(body, hardened))]);
  if (text === undefined || file === undefined) {
    return refused(body, [
      { at: 0, message: 'the code cannot be laid out', fix: 'write it more simply: one statement on each line' },
    ]);
  }
  return { ok: true, body: text, file };
}

/** Formatted until formatting changes nothing; a comment in an odd place may take the formatter two rounds. */
async function formatted(text: string): Promise<string | undefined> {
  let before = text;
  for (let round = 0; round < 5; round += 1) {
    const { files, diagnostics } = await formatFiles([{ path: 'src/logic/body.ts', text: before }]);
    const after = files[0]?.text;
    if (after === undefined || diagnostics.length > 0) return undefined;
    if (after === before) return after;
    before = after;
  }
  return undefined;
}
