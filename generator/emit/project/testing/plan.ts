import type { ProjectPlan } from '../emit-project.ts';

/** A project with something in every part. */
export const PROJECT: ProjectPlan = {
  name: 'shopify-hubspot',
  title: 'Shopify orders to HubSpot deals',
  description: 'Every paid order becomes a deal.\n\nSales sees it within seconds; nothing is typed twice.',
  specFile: '../../spec/shopify-hubspot.integration.yaml',
  settings: [
    { name: 'HUBSPOT_TOKEN', secret: true, description: 'HubSpot: private app token' },
    { name: 'SHOPIFY_SHOP', secret: false, description: 'Shopify: {shop} of https://{shop}.myshopify.com' },
    { name: 'HUBSPOT_BASE_URL', secret: false, default: 'https://api.hubapi.com', description: 'Base URL of HubSpot' },
  ],
  mocks: {
    systems: [
      {
        id: 'hubspot',
        baseUrlSetting: 'HUBSPOT_BASE_URL',
        basePath: '',
        auth: { kind: 'bearer', secret: 'HUBSPOT_TOKEN' },
        endpoints: [
          { id: 'ping', method: 'GET', path: '/ping', status: 200, does: { kind: 'respond', body: { ok: true } } },
        ],
      },
    ],
    seeds: { deals: [{ id: 1, __proto__x: null }] },
  },
  tests: { files: [], fixtures: [] },
  readme: {
    types: ['real time'],
    systems: [
      {
        title: 'Shopify',
        docs: 'https://shopify.dev/docs/api',
        auth: 'API key in X-Shopify-Access-Token',
        baseUrl: 'https://{shop}.myshopify.com/admin/api/2026-07',
      },
      { title: 'HubSpot', auth: 'bearer token', baseUrl: 'https://api.hubapi.com', rateLimit: '100 requests per 10 s' },
    ],
    workflows: [
      {
        title: 'Order paid',
        description: 'Creates or updates the deal of an order.',
        story: { trigger: 'an order is paid', logic: 'a deal is made of it', result: 'sales can follow up' },
        userStories: ['As a seller I see every paid order as a deal.'],
        prompt: 'Send each paid Shopify order to HubSpot as a deal.',
        trigger: 'webhook POST /shopify/orders, signed with HMAC SHA-256',
        flow: {
          id: 'orderPaid',
          title: 'Order paid',
          integration: 'Shopify orders to HubSpot deals',
          systems: ['Shopify', 'HubSpot'],
          start: {
            role: 'webhook',
            label: 'Webhook',
            title: 'POST /shopify/orders',
            lines: [{ text: 'signed', code: false }],
            system: 0,
            binds: 'order',
            gaps: [],
          },
          steps: [
            {
              kind: 'guard',
              card: { role: 'guard', label: 'Guard', title: 'order.total_price', lines: [], gaps: [] },
              failsIf: 'no',
              code: 'invalid_input',
              message: 'no {price}',
            },
            {
              kind: 'branch',
              card: { role: 'branch', label: 'If', title: 'found.results.length > 0', lines: [], gaps: [] },
              yes: [
                {
                  kind: 'card',
                  card: {
                    role: 'call',
                    label: 'Call',
                    title: 'updateDeal',
                    lines: [{ text: 'PATCH /deals/{id}', code: true }],
                    system: 1,
                    gaps: [],
                  },
                },
              ],
              no: [
                {
                  kind: 'loop',
                  card: { role: 'items', label: 'For each', title: 'line of order.lines', lines: [], gaps: [] },
                  steps: [
                    {
                      kind: 'card',
                      card: { role: 'gap', label: 'Gap', title: 'dealPriority', lines: [], gaps: ['dealPriority'] },
                    },
                  ],
                },
              ],
            },
          ],
        },
        steps: [
          { depth: 0, text: 'stop unless order.total_price' },
          { depth: 0, text: 'deal = orderToDeal(order)' },
          { depth: 0, text: 'call searchDeals' },
          { depth: 0, text: 'if found.results.length > 0' },
          { depth: 1, text: 'call updateDeal' },
          { depth: 0, text: 'otherwise' },
          { depth: 1, text: 'call createDeal' },
        ],
        criteria: [
          {
            id: 'AC1',
            text: 'A request without a valid signature is answered 401 and calls nothing.',
            verified: 'generated test',
          },
          { id: 'AC2', text: 'Sales is happy.', verified: 'not verified' },
        ],
      },
    ],
    mappings: [
      {
        id: 'orderToDeal',
        from: 'Order',
        to: 'Deal',
        rows: [
          { to: 'dealname', from: 'name', rule: 'template "Order {name}"' },
          { to: 'stage', from: 'financial_status', rule: 'lookup stages | default appointmentscheduled' },
        ],
      },
    ],
    gaps: [
      { id: 'dealPriority', rule: 'Orders over 10,000 are "high".\nEverything else is "medium".', state: 'missing' },
    ],
    tenants: 'One per shop.',
    questions: [
      { question: 'Which pipeline?', impact: 'deals land in the wrong one', priority: 'high' },
      { question: 'Currency?', answer: 'EUR only' },
    ],
    assumptions: ['Order names are unique.'],
    withoutEffect: ['systems.shopify.openapi'],
  },
};
