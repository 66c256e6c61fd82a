interface Source {
  readonly id: number;
  readonly email: string;
  readonly first_name?: string | null;
  readonly last_name?: string | null;
  readonly phone?: string | null;
  readonly company?: string;
  readonly street: string;
  readonly city: string;
  readonly country: string;
  readonly amount: number;
  readonly currency: string;
  readonly paid: boolean;
}

interface Target {
  externalId: string;
  email: string;
  name: string;
  phone?: string;
  company: string;
  street: string;
  city: string;
  country: string;
  amount: number;
  priority: 'low' | 'high';
  currency: string;
  paid: boolean;
}

export function mapping(source: Source): Target {
  const target: Target = {
    externalId: String(source.id),
    email: source.email.trim().toLowerCase(),
    name: source.first_name ?? source.last_name ?? 'unknown',
    company: source.company ?? '',
    street: source.street,
    city: source.city.trim(),
    country: source.country.toUpperCase(),
    amount: source.amount * 0.01,
    priority: source.amount > 100_000 ? 'high' : 'low',
    currency: source.currency.toUpperCase(),
    paid: source.paid,
  };
  if (source.phone != null) target.phone = source.phone;
  return target;
}
