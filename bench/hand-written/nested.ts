interface Source {
  readonly order: {
    readonly id: string;
    readonly customer: { readonly name: string; readonly address?: Address | null };
  };
  readonly lines: readonly Line[];
}

interface Address {
  readonly street: string;
  readonly city: string;
  readonly country?: string | null;
}

interface Line {
  readonly sku: string;
  readonly title?: string | null;
  readonly quantity: number;
  readonly price: number;
  readonly taxes: readonly { readonly name: string; readonly rate: number }[];
}

interface Buyer {
  name: string;
  street?: string;
  city?: string;
  country?: string;
}

interface Target {
  readonly id: string;
  readonly buyer: Buyer;
  readonly items: readonly {
    sku: string;
    title: string;
    count: number;
    total: number;
    taxes: readonly { label: string; percent: number }[];
  }[];
}

export function mapping({ order, lines }: Source): Target {
  return {
    id: order.id,
    buyer: toBuyer(order.customer.name, order.customer.address),
    items: lines.map((line) => ({
      sku: line.sku,
      title: line.title ?? 'untitled',
      count: line.quantity,
      total: line.price * 100,
      taxes: line.taxes.map(({ name, rate }) => ({ label: name.toUpperCase(), percent: rate * 100 })),
    })),
  };
}

function toBuyer(name: string, address: Address | null | undefined): Buyer {
  if (address == null) return { name };
  const buyer: Buyer = { name, street: address.street, city: address.city };
  if (address.country != null) buyer.country = address.country.toUpperCase();
  return buyer;
}
