import { visibleJson, visibleLine, visibleText } from './visible-text.ts';

/** A file that a prompt is given besides the contract: documents, a payload, a log of errors. */
export interface Attachment {
  /** Relative to the spec's folder, with forward slashes. */
  readonly file: string;
  /** What it is, in the words of who attached it: `API document`. */
  readonly role?: string;
  /** SHA-256 in hex of the file's bytes. */
  readonly sha256: string;
  /** As it stands in the file. */
  readonly text: string;
}

/** An attachment as templates see it. */
export interface ShownAttachment {
  /** The beginning of the content's hash: text that does not know its own hash cannot end its attachment. */
  readonly hash: string;
  /** In quotes. */
  readonly file: string;
  /** In quotes; empty where none is given. */
  readonly role: string;
  readonly text: string;
}

const CLOSING = /<(?=\s*\/\s*attachment)/gi;

/** An attachment as data: what cannot be seen is gone, what looks like the end of an attachment is escaped. */
export function showAttachment({ file, role, sha256, text }: Attachment): ShownAttachment {
  return {
    hash: sha256.slice(0, 16),
    file: quoted(file),
    role: role === undefined || role.trim() === '' ? '' : quoted(role),
    text: visibleText(text).replaceAll(CLOSING, '&lt;').trimEnd(),
  };
}

function quoted(text: string): string {
  return visibleJson(visibleLine(text)).replaceAll(/[<>]/g, (sign) => (sign === '<' ? '&lt;' : '&gt;'));
}
