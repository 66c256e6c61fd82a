import { expect } from 'vitest';

/** What operations throw for a value that they cannot take. */
export const refused: unknown = expect.objectContaining({ name: 'FatalError', code: 'invalid_input' });
