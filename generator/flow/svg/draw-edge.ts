import type { Edge } from '../layout/block.ts';
import type { Point } from '../layout/geometry.ts';
import { element, number, type Svg } from './element.ts';

const RADIUS = 8;
const HEAD = { length: 7, half: 4 } as const;

/** An edge with round corners, and its head. */
export function drawEdge({ points, kind }: Edge): readonly Svg[] {
  const end = points.at(-1);
  const before = points.at(-2);
  if (end === undefined || before === undefined) return [];
  const direction = unit(before, end);
  const tip = { x: end.x - direction.x * (HEAD.length - 1), y: end.y - direction.y * (HEAD.length - 1) };
  const fails = kind === 'fail';
  return [
    element('path', { class: fails ? 'edge failedge' : 'edge', d: rounded([...points.slice(0, -1), tip]) }),
    element('path', { class: fails ? 'failhead' : 'head', d: head(end, direction) }),
  ];
}

function rounded(points: readonly Point[]): string {
  const parts = points.map((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (before === undefined) return `M${at(point)}`;
    if (after === undefined) return `L${at(point)}`;
    const radius = Math.min(RADIUS, distance(before, point) / 2, distance(point, after) / 2);
    return `L${at(towards(point, before, radius))}Q${at(point)} ${at(towards(point, after, radius))}`;
  });
  return parts.join('');
}

function head(end: Point, { x, y }: Point): string {
  const base = { x: end.x - x * HEAD.length, y: end.y - y * HEAD.length };
  const side = { x: -y * HEAD.half, y: x * HEAD.half };
  return `M${at(end)}L${at({ x: base.x + side.x, y: base.y + side.y })}L${at({ x: base.x - side.x, y: base.y - side.y })}Z`;
}

function at({ x, y }: Point): string {
  return `${number(x)} ${number(y)}`;
}

function distance(from: Point, to: Point): number {
  return Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
}

/** Upright or level, so that one part is 0 and the other 1 or -1. */
function unit(from: Point, to: Point): Point {
  return { x: Math.sign(to.x - from.x), y: Math.sign(to.y - from.y) };
}

function towards(from: Point, to: Point, by: number): Point {
  const { x, y } = unit(from, to);
  return { x: from.x + x * by, y: from.y + y * by };
}
