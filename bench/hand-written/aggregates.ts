interface Source {
  readonly lines: readonly {
    readonly sku: string;
    readonly category: string;
    readonly quantity: number;
    readonly price: number;
    readonly tax: number;
    readonly discount?: number | null;
  }[];
}

interface Target {
  count: number;
  quantity: number;
  net: number;
  tax: number;
  discount: number;
  cheapest?: number;
  dearest?: number;
  books: number;
  hasFood: boolean;
  categories: readonly string[];
}

/** One loop for all figures. */
export function mapping({ lines }: Source): Target {
  let quantity = 0;
  let net = 0;
  let tax = 0;
  let discount = 0;
  let cheapest = Infinity;
  let dearest = -Infinity;
  let books = 0;
  let hasFood = false;
  const categories = new Set<string>();
  for (const line of lines) {
    quantity += line.quantity;
    net += line.price * line.quantity;
    tax += line.tax;
    discount += line.discount ?? 0;
    if (line.price < cheapest) cheapest = line.price;
    if (line.price > dearest) dearest = line.price;
    if (line.category === 'books') books += line.quantity;
    if (line.category === 'food') hasFood = true;
    categories.add(line.category);
  }
  const target: Target = {
    count: lines.length,
    quantity,
    net,
    tax,
    discount,
    books,
    hasFood,
    categories: [...categories],
  };
  if (lines.length > 0) {
    target.cheapest = cheapest;
    target.dearest = dearest;
  }
  return target;
}
