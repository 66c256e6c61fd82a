// The gap 'toShipmentClass' of order-fulfilment; its types are the spec's, written anew with each fill.
// 'flowright gaps verify' tests the body, 'flowright gaps adopt' accepts what was changed in it.

type Tier = 'bronze' | 'silver' | 'gold' | 'platinum';

export interface ToShipmentClassInput {
  readonly country: string;
  readonly grams: number;
  readonly liquids: boolean;
  readonly tier: Tier;
}

export type ToShipmentClassOutput = 'letter' | 'parcel' | 'freight' | 'express';

// The body:

const FREIGHT_ABOVE_GRAMS = 31500;
const LETTER_MAX_GRAMS = 500;

export function toShipmentClass(input: ToShipmentClassInput): ToShipmentClassOutput {
  if (input.grams > FREIGHT_ABOVE_GRAMS) {
    return 'freight';
  }
  if (input.tier === 'platinum') {
    return 'express';
  }
  const isDomestic = input.country.toUpperCase() === 'DE';
  if (input.grams <= LETTER_MAX_GRAMS && !input.liquids && isDomestic) {
    return 'letter';
  }
  return 'parcel';
}
