import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { hash } from '../../data/hash.ts';
import { isRecord } from '../../data/is-record.ts';
import { compileTemplate, TemplateError } from '../../gap/prompt/compile-template.ts';
import { promptHash } from '../../gap/prompt/prompt-hash.ts';
import { promptsFolder } from '../../gap/prompt/prompts-folder.ts';
import { readTemplate } from '../../gap/prompt/read-template.ts';
import type { RenderedPrompt } from '../../gap/prompt/rendered-prompt.ts';
import { visibleText } from '../../gap/prompt/visible-text.ts';
import type { GradeQuestion } from '../lab/lab-parts.ts';

/** The templates that ask a model to grade. */
export interface GradePrompts {
  /** `grade@v1` */
  readonly prompt: string;
  readonly render: (question: GradeQuestion) => RenderedPrompt;
}

const PARTS = ['system', 'grade'] as const;
const SAMPLE = { integration: '', workflow: '', criterion: '', text: '', rubric: '', hash: '', transcript: '' };
const CLOSING = /<(?=\s*\/\s*transcript)/gi;

/** Reads the templates for grading; says what is wrong with them instead where they cannot be used. */
export async function loadGradePrompts(folder = promptsFolder): Promise<GradePrompts | { readonly reason: string }> {
  try {
    const versions: unknown = JSON.parse(await readFile(path.join(folder, 'versions.json'), 'utf8'));
    const version = isRecord(versions) ? versions['grade'] : undefined;
    if (typeof version !== 'string' || !/^v[1-9]\d*$/.test(version))
      return { reason: 'versions.json does not say which version grades: { "grade": "v1" }' };
    const texts: string[] = [];
    // One after the other: of several that cannot be read it is always the first that is named.
    for (const part of PARTS) texts.push(await readTemplate(path.join(folder, 'grade', version, `${part}.hbs`)));
    const [system, grade] = await Promise.all(texts.map((text) => compileTemplate(text, SAMPLE)));
    if (system === undefined || grade === undefined) return { reason: 'a template is missing' };
    const named = { prompt: `grade@${version}`, promptHash: promptHash(PARTS, texts) };
    return {
      prompt: named.prompt,
      render: (question) => {
        const data = dataOf(question);
        return { ...named, system: system(data), turns: [{ role: 'user', content: grade(data) }] };
      },
    };
  } catch (error) {
    if (error instanceof TemplateError || error instanceof SyntaxError || isMissing(error))
      return { reason: error.message };
    throw error;
  }
}

/** The transcript stands between tags that hold the beginning of its hash, which text in it cannot know: it cannot end itself. */
function dataOf({ integration, workflow, criterion, text, rubric, transcript }: GradeQuestion): typeof SAMPLE {
  const shown = visibleText(transcript).replaceAll(CLOSING, '&lt;').trimEnd();
  return {
    integration,
    workflow,
    criterion,
    text,
    rubric: rubric.trim(),
    hash: hash(transcript).slice(0, 16),
    transcript: shown,
  };
}

function isMissing(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}
