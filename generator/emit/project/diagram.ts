import { mermaid } from '../../flow/mermaid/mermaid.ts';
import type { Flow } from '../../ir/flow.ts';

/** What GitHub draws: beyond it a reader would see an error. Mermaid's own limits are 50,000 characters and 500 edges. */
const MOST = { characters: 48_000, edges: 480 } as const;

/** The Mermaid text of a workflow; undefined where it is too large to be drawn. */
export function diagram(flow: Flow): string | undefined {
  const text = mermaid(flow).trimEnd();
  const edges = text.split('\n').filter((line) => line.includes(' -->')).length;
  return text.length > MOST.characters || edges > MOST.edges ? undefined : text;
}
