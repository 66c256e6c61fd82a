import type { Article } from '../models/article.ts';
import type { Line } from '../models/line.ts';
import type { PickModel } from '../models/pick.ts';

export function toPick(article: Article, line: Line): PickModel {
  return {
    article: `${article.line}/${article.name}`,
    colour: article.colour,
    unit: article.unit,
    amount: article.amount,
    pieces: line.quantity * article.pack,
  };
}
