import { stageFile } from './staged-file.ts';

/** Writes a file to the disk itself, in one step: whenever the process ends, there is the old text or the new one. Makes its folders. */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const staged = await stageFile(path, text);
  try {
    await staged.commit();
  } catch (error) {
    await staged.discard();
    throw error;
  }
}
