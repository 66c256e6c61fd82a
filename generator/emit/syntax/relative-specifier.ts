import { posix } from 'node:path';

/** How one file of the output imports another: `../models/order.ts`. */
export function relativeSpecifier(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}
