import type { FormatConfig } from 'oxfmt';

/** How this project, and all that it generates, is laid out. */
export const formatOptions: FormatConfig = { printWidth: 120, singleQuote: true };
