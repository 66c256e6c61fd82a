import { fileURLToPath } from 'node:url';

/** The folder of this repository, with a slash at its end. */
export const repository = fileURLToPath(new URL('../../', import.meta.url));

export const EXAMPLES = [
  'spec/examples/shopify-hubspot/shopify-hubspot.integration.yaml',
  'spec/examples/stripe-warehouse/stripe-warehouse.integration.yaml',
] as const;
