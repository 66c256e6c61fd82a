import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flows } from '../testing/flows.ts';
import type { Box } from './block.ts';
import { contains, overlap, type Point, type Rect } from './geometry.ts';
import { layoutFlow } from './layout-flow.ts';

const texts = fc.constantFrom(
  '',
  'a',
  'order.total > 100',
  'aNameThatIsLongerThanOneLineOfACardCouldEverBe',
  'several words '.repeat(12),
);
const layouts = flows(texts).map(layoutFlow);
const RUNS = { numRuns: 60 } as const;

test('no two cards overlap, and a frame holds a card whole or not at all', () => {
  fc.assert(
    fc.property(layouts, ({ boxes }) => {
      const wrong = pairs(boxes).filter(
        ([one, other]) =>
          overlap(one, other) && !(isFrame(one) && contains(one, other)) && !(isFrame(other) && contains(other, one)),
      );
      expect(wrong).toEqual([]);
    }),
    RUNS,
  );
});

test('everything is within the canvas', () => {
  fc.assert(
    fc.property(layouts, ({ boxes, edges, left, right, height }) => {
      const canvas = { x: -left, y: 0, width: left + right, height };
      expect(boxes.filter((box) => !contains(canvas, box))).toEqual([]);
      expect(
        edges.filter(({ points }) => !points.every((point) => contains(canvas, { ...point, width: 0, height: 0 }))),
      ).toEqual([]);
    }),
    RUNS,
  );
});

test('every edge leads from the border of a box to the border of a box, by upright and level parts', () => {
  fc.assert(
    fc.property(layouts, ({ boxes, edges }) => {
      const byId = new Map(boxes.map((box) => [box.id, box]));
      const wrong = edges.filter(
        ({ from, to, points }) => !onBorder(points[0], byId.get(from)) || !onBorder(points.at(-1), byId.get(to)),
      );
      expect(wrong).toEqual([]);
      expect(
        edges.flatMap(({ points }) => parts(points)).filter(([one, other]) => one.x !== other.x && one.y !== other.y),
      ).toEqual([]);
    }),
    RUNS,
  );
});

test('no edge runs through a card, and no word beside one stands on a card', () => {
  fc.assert(
    fc.property(layouts, ({ boxes, edges, labels }) => {
      const cards = boxes.filter((box) => !isFrame(box)).map(inner);
      const taken = [
        ...edges.flatMap(({ points }) => parts(points)).map(([one, other]) => along(one, other)),
        ...labels.map(({ x, y }) => ({ x, y: y - 8, width: 18, height: 9 })),
      ];
      expect(taken.filter((one) => cards.some((card) => overlap(one, card)))).toEqual([]);
    }),
    RUNS,
  );
});

test('every card but the first is reached, and has room for its text', () => {
  fc.assert(
    fc.property(layouts, ({ boxes, edges }) => {
      const reached = new Set(edges.map(({ to }) => to));
      const cards = boxes.filter((box) => !isFrame(box));
      expect(cards.filter(({ id }) => !reached.has(id))).toEqual([cards[0]]);
      expect(
        cards.filter(({ text, width, height }) => text !== undefined && (text.width >= width || text.height >= height)),
      ).toEqual([]);
    }),
    RUNS,
  );
});

function isFrame({ shape }: Box): boolean {
  return shape === 'frame' || shape === 'loopFrame';
}

/** Every pair of two different things. */
function pairs<Thing>(things: readonly Thing[]): readonly (readonly [Thing, Thing])[] {
  return things.flatMap((one, index) => things.slice(index + 1).map((other) => [one, other] as const));
}

function parts(points: readonly Point[]): readonly (readonly [Point, Point])[] {
  return points.slice(1).map((point, index) => [points[index] ?? point, point] as const);
}

function along(one: Point, other: Point): Rect {
  return {
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    width: Math.abs(one.x - other.x),
    height: Math.abs(one.y - other.y),
  };
}

/** Without the border, where edges end. */
function inner({ x, y, width, height }: Rect): Rect {
  return { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1 };
}

function onBorder(point: Point | undefined, box: Box | undefined): boolean {
  if (point === undefined || box === undefined) return false;
  const { x, y } = point;
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  const within = x >= box.x && x <= right && y >= box.y && y <= bottom;
  return within && (near(x, box.x) || near(x, right) || near(y, box.y) || near(y, bottom));
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-6;
}
