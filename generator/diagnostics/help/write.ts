import type { Help } from './help.ts';

export const writeHelp: Readonly<Record<string, Help>> = {
  FR5001: {
    why: 'The manifest holds a hash of every generated file. This one differs from it, so somebody changed it, and the change would be lost.',
    remedy: ['See what was changed (`git diff`), and put it into the spec, or into `logic`.', 'Then `flowright build --force` overwrites the file.'],
  },
  FR5002: {
    why: 'A build only overwrites what an earlier build wrote. This file is in no manifest, so it is taken for yours.',
    remedy: ['Build into another folder: `-o generated`.', 'Move the file away, or overwrite it with `--force`.', 'If the manifest was deleted, `--force` writes it anew.'],
  },
  FR5003: {
    why: 'A symbolic link or a path with `..` could lead a build to files anywhere on the disk. It writes below the output folder only.',
    remedy: ['Replace the link by a folder, or give the place that it leads to as the output folder.'],
  },
  FR5004: {
    why: 'The disk is full, the folder may not be written, or something stands where a folder has to be. Files are put in their places only once all are written, so the output is as it was.',
    remedy: ['See to the reason, and build again.'],
  },
  FR5005: {
    why: 'The manifest tells generated files from edited ones. Without it nothing can be overwritten safely.',
    remedy: ['Restore `flowright.manifest.json` from version control.', 'Or build again with `--force`, which overwrites every generated file.'],
  },
  FR5006: {
    why: 'The spec no longer asks for this file, so it would be removed; but it was changed by hand, and the change would be lost.',
    remedy: ['Remove the file, once what was changed in it is no longer needed.'],
  },
  FR5007: {
    why: '`flowright eject` made the file yours, so no build writes it any more; but the rest of the output imports it.',
    remedy: ['Restore it from version control.', 'Or let the build generate it again: `flowright eject --undo FILE`.'],
  },
};
