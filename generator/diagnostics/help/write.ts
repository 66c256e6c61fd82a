import type { Help } from './help.ts';

export const writeHelp: Readonly<Record<string, Help>> = {
  FR5001: {
    why: 'The manifest holds a hash of every generated file. This one differs from it, so somebody changed it, and the change would be lost.',
    remedy: [
      'See what was changed (`git diff`), and put it into the spec, or into `logic`.',
      'Then `flowright build --force` overwrites the file.',
    ],
  },
  FR5002: {
    why: 'A build only overwrites what an earlier build wrote. This file is in no manifest, so it is taken for yours.',
    remedy: [
      'Build into another folder: `-o generated`.',
      'Move the file away, or overwrite it with `--force`.',
      'If the manifest was deleted, `--force` writes it anew.',
    ],
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
    remedy: [
      'Restore `flowright.manifest.json` from version control.',
      'Or build again with `--force`, which overwrites every generated file.',
    ],
  },
  FR5006: {
    why: 'The spec no longer asks for this file, so it would be removed; but it was changed by hand, and the change would be lost.',
    remedy: ['Remove the file, once what was changed in it is no longer needed.'],
  },
  FR5007: {
    why: '`flowright eject` made the file yours, so no build writes it any more; but the rest of the output imports it.',
    remedy: ['Restore it from version control.', 'Or let the build generate it again: `flowright eject --undo FILE`.'],
  },
  FR5008: {
    why: 'A file that no build writes belongs to you already. What Flowright keeps beside the code (`flowright.manifest.json`, `flowright.spec.json`) cannot be taken over.',
    remedy: [
      'Correct the path: it is relative to the current folder, as in `flowright eject out/orders/src/mappings/order-to-deal.ts`.',
    ],
  },
  FR5009: {
    why: '`--undo` makes an ejected file a generated one again. This one is generated.',
    remedy: ['Correct the path.', 'To throw away what was changed in a generated file: `flowright build --force`.'],
  },
  FR5010: {
    why: 'An ejected file takes the place of the generated one when the output is type-checked, and code of your own in `src` and `test` beside it is checked, too. Nothing is written as long as it does not pass.',
    remedy: [
      'Change the file at the place that the message names.',
      'Or let the build generate it again: `flowright eject --undo FILE`, then `flowright build --force`.',
    ],
  },
  FR5011: {
    why: 'Generated code imports what the generated version of a file exports. Where the spec has changed since the file was ejected, that may be another name, or another type.',
    remedy: [
      'Give the ejected file the exports that the generated code asks for.',
      'To see them, give the file back (`flowright eject --undo FILE`): `flowright build` then shows how it differs from the generated version.',
    ],
  },
};
