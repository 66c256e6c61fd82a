interface Source {
  readonly status: string;
  readonly country: string;
  readonly channel?: string | null;
  readonly method: string;
  readonly lines: readonly { readonly category: string; readonly unit: string }[];
}

interface Target {
  stage: string;
  region: string;
  channel?: string;
  service: string;
  lines: readonly { readonly vat: number; readonly unit: string }[];
}

const stages = new Map([
  ['pending', 'open'],
  ['authorized', 'open'],
  ['paid', 'won'],
  ['refunded', 'lost'],
  ['voided', 'lost'],
]);
const regions = new Map([
  ['DE', 'emea'],
  ['AT', 'emea'],
  ['FR', 'emea'],
  ['US', 'amer'],
  ['CA', 'amer'],
  ['JP', 'apac'],
]);
const channels = new Map([
  ['web', 'online'],
  ['app', 'online'],
  ['pos', 'retail'],
]);
const services = new Map([
  ['standard', 'economy'],
  ['overnight', 'express'],
  ['pickup', 'collect'],
]);
const vat = new Map([
  ['books', 6],
  ['food', 12],
  ['other', 25],
]);
const units = new Map([
  ['pcs', 'piece'],
  ['kg', 'kilogram'],
  ['m', 'metre'],
]);

export function mapping(source: Source): Target {
  const target: Target = {
    stage: stages.get(source.status) ?? 'open',
    region: regions.get(source.country.toUpperCase()) ?? 'other',
    service: services.get(source.method) ?? 'economy',
    lines: source.lines.map((line) => ({ vat: vat.get(line.category) ?? 25, unit: units.get(line.unit) ?? 'piece' })),
  };
  const channel = source.channel == null ? undefined : channels.get(source.channel);
  if (channel !== undefined) target.channel = channel;
  return target;
}
