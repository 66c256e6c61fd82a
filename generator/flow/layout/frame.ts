import { endOf, movedBlock, type Block, type Box, type Edge } from './block.ts';

const PAD = 20;
/** Room for the way back, left of what is repeated. */
const GUTTER = 30;
const BELOW_HEADER = 26;
const BACK = 22;

/** A header with what belongs to it below, in a frame; `repeats`: from its end a way leads back to the header. */
export function frame(id: string, header: Block, inner: Block | undefined, repeats: boolean): Block {
  const body = inner && movedBlock(inner, { x: 0, y: header.height + BELOW_HEADER });
  const back = repeats && body !== undefined;
  const left = Math.max(header.left, body?.left ?? 0) + PAD + (back ? GUTTER : 0);
  const right = Math.max(header.right, body?.right ?? 0) + PAD;
  const height = (body === undefined ? header.height : body.height + (back ? BACK : 0)) + PAD;
  const box: Box = {
    id,
    shape: repeats ? 'loopFrame' : 'frame',
    x: -left,
    y: 0,
    width: left + right,
    height,
    ...(header.boxes[0]?.card && { card: header.boxes[0].card }),
  };
  const down: readonly Edge[] =
    body === undefined
      ? []
      : [
          {
            from: header.entry,
            to: body.entry,
            points: [
              { x: 0, y: header.height },
              { x: 0, y: header.height + BELOW_HEADER },
            ],
            kind: 'flow',
          },
        ];
  return {
    entry: header.entry,
    exits: [{ from: id, points: [{ x: 0, y: height }] }],
    left,
    right,
    height,
    boxes: [box, ...header.boxes, ...(body?.boxes ?? [])],
    edges: [...down, ...(body?.edges ?? []), ...(back ? backEdges(header, body, -left + PAD + 4) : [])],
    labels: body?.labels ?? [],
  };
}

/** From every end of the body below it, up the gutter, and into the side of the header. */
function backEdges(header: Block, body: Block, gutter: number): readonly Edge[] {
  const y = body.height + BACK;
  const middle = header.height / 2;
  return body.exits.map((exit): Edge => {
    const way = [
      { x: endOf(exit).x, y },
      { x: gutter, y },
      { x: gutter, y: middle },
      { x: -header.left, y: middle },
    ];
    return { from: exit.from, to: header.entry, points: [...exit.points, ...way], kind: 'repeat' };
  });
}
