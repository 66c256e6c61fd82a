import type { Type } from '../../shape/type.ts';
import * as s from '../syntax/index.ts';
import { inputParser } from '../triggers/input-parser.ts';
import { awaitContext, type Flow } from './flow.ts';

/** `const metadata = parseMetadata(await ctx.metadata());`, before anything is called. */
export function readMetadata(metadata: Type | undefined, flow: Flow): void {
  if (metadata === undefined) return;
  const { scope } = flow;
  const parse = inputParser(metadata, scope.context);
  scope.add(s.constant(scope.declare('metadata'), s.call(parse, [awaitContext(flow, 'metadata', [])])));
}
