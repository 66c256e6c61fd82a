import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSpecs } from '../../pipeline/check-specs.ts';
import { planFlow } from '../../plan/flow/plan-flow.ts';
import type { Workflow } from '../../spec/types.ts';
import { flows, hostileText } from '../testing/flows.ts';
import { visible } from '../text/visible.ts';
import { escapeLabel } from './label.ts';
import { mermaid } from './mermaid.ts';

const EXAMPLES = fileURLToPath(new URL('../../../spec/examples', import.meta.url));

async function example(name: string): Promise<string> {
  const { integrations } = await checkSpecs([`${name}/${name}.integration.yaml`], { cwd: EXAMPLES });
  const spec = integrations[0]?.loaded.spec;
  if (spec === undefined) throw new Error(`no example '${name}'`);
  return Object.entries<Workflow>(spec.workflows)
    .map(([id, workflow]) => mermaid(planFlow(spec, id, workflow)))
    .join('\n');
}

test('a schedule, a loop over pages, a branch and a checkpoint', async () => {
  expect(await example('stripe-warehouse')).toMatchInlineSnapshot(`
    "flowchart TD
      n1(["On schedule<br/>0 #42; #42; #42; #42;<br/>UTC<br/>skipped while a run goes on"])
      n2["Set<br/>createdUntil<br/>run.startedAt<br/>date from epochMillis to epochSeconds"]
      subgraph f3["For each page#58; page of listInvoices"]
        direction TB
        n4["Stripe<br/>GET /v1/invoices"]
        n5{{"If<br/>page.data.length #62; 0"}}
        n6["Map<br/>invoiceToRow → rows<br/>each of page.data<br/>Invoice → InvoiceRow"]
        n7["Call, Warehouse<br/>appendRows<br/>POST /tables/#123;table#125;/rows"]
        n8(("next"))
      end
      n9[("Remember<br/>createdFrom<br/>#61; createdUntil")]
      n10(("done"))
      n1 --> n2
      n4 --> n5
      n5 -->|yes| n6
      n6 --> n7
      n7 --> n8
      n5 -->|no| n8
      n2 --> f3
      f3 --> n9
      n9 --> n10
      classDef system0 stroke:#15803d,stroke-width:3px
      classDef system1 stroke:#c2410c,stroke-width:3px
      class n4 system0
      class n7 system1
    "
  `);
});

test('a webhook, guards with their failures, calls and mappings, branches that come together', async () => {
  expect(await example('shopify-hubspot')).toMatchInlineSnapshot(`
    "flowchart TD
      n1(["Webhook, Shopify<br/>POST /shopify/orders → order<br/>signed#58; HMAC-SHA-256 in X-Shopify-Hmac-Sha256<br/>only where !order.test<br/>each delivery once, by X-Shopify-Webhook-Id"])
      n2["Set<br/>email<br/>order.customer.email, else order.contact_email"]
      n3{{"Guard#58; must hold<br/>email"}}
      n4(["fails#58; invalid_input<br/>order #123;order.name#125; has no e-mail address"])
      n5["Call, HubSpot<br/>searchContacts → contacts<br/>POST /crm/v3/objects/contacts/search"]
      n6["Set<br/>known<br/>contacts.results<br/>the first"]
      n7{{"If<br/>!known"}}
      n8["Map<br/>orderToContact → contact<br/>email, Order → ContactProperties"]
      n9["Call, HubSpot<br/>createContact → created<br/>POST /crm/v3/objects/contacts"]
      n10["Set<br/>contactId<br/>known.id, else created.id"]
      n11{{"Guard#58; must hold<br/>contactId"}}
      n12(["fails#58; invalid_response<br/>HubSpot gave no contact"])
      n13["Call, HubSpot<br/>searchDeals → deals<br/>POST /crm/v3/objects/deals/search"]
      n14["Set<br/>earlier<br/>deals.results<br/>the first"]
      n15{{"If<br/>earlier"}}
      n16(["Answer<br/>200<br/>created, dealId"])
      n17["Map<br/>orderToDeal → deal<br/>Order → DealProperties"]
      n18["Call, HubSpot<br/>createDeal → newDeal<br/>POST /crm/v3/objects/deals"]
      n19["Map<br/>orderToLineItems → lineItems<br/>dealId, Order → LineItemBatch"]
      n20["Call, HubSpot<br/>createLineItems<br/>POST /crm/v3/objects/line_items/batch/create"]
      n21["Call, Shopify<br/>createMetafield → writeBack<br/>POST /orders/#123;order_id#125;/metafields.json"]
      n22(["Answer<br/>200<br/>created, dealId"])
      n23(("done"))
      n1 --> n2
      n2 --> n3
      n3 -->|no| n4
      n3 -->|yes| n5
      n5 --> n6
      n6 --> n7
      n7 -->|yes| n8
      n8 --> n9
      n9 --> n10
      n7 -->|no| n10
      n10 --> n11
      n11 -->|no| n12
      n11 -->|yes| n13
      n13 --> n14
      n14 --> n15
      n15 -->|yes| n16
      n15 -->|no| n17
      n17 --> n18
      n18 --> n19
      n19 --> n20
      n20 --> n21
      n21 --> n22
      n16 --> n23
      n22 --> n23
      classDef system0 stroke:#15803d,stroke-width:3px
      classDef system1 stroke:#c2410c,stroke-width:3px
      classDef fails stroke:#d1242f,stroke-width:2px
      class n5,n9,n13,n18,n20 system0
      class n1,n21 system1
      class n4,n12 fails
    "
  `);
});

const LINE =
  /^(?:flowchart TD|(?:  )+(?:n\d+(?:\[L\]|\(\[L\]\)|\{\{L\}\}|\[\(L\)\]|\(\(L\)\))|subgraph f\d+\[L\]|direction TB|end|[nf]\d+ -->(?:\|(?:yes|no)\|)? [nf]\d+|classDef \w+ [\w:#,.\- ]+|class [nf\d,]+ \w+))$/;

test('no text of a spec leaves its label', () => {
  fc.assert(
    fc.property(flows(hostileText, 3), (flow) => {
      const text = mermaid(flow);
      const wrong = text
        .trimEnd()
        .split('\n')
        .filter((line) => !LINE.test(line.replaceAll(/"[^"]*"/g, 'L')));
      expect(wrong).toEqual([]);
      expect(
        text.match(/"[^"]*"/g)?.filter((label) => !/^"(?:[^#&<>"`*~|$\\;%{}[\]:@]|#\d+;|<br\/>)*"$/.test(label)) ?? [],
      ).toEqual([]);
      expect(mermaid(flow)).toBe(text);
    }),
  );
});

test('a label reads as the text that it is made from', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(visible(read(escapeLabel(text)))).toBe(visible(text));
    }),
  );
});

test.each([
  ['1. first', '1#46; first'],
  ['- a_b _c_', '#45; a_b #95;c#95;'],
  ['www.example.com', 'www#46;example.com'],
  ['createDeal → deal', 'createDeal → deal'],
  ['POST /orders/{id}', 'POST /orders/#123;id#125;'],
])('%j is written as %j', (text, label) => {
  expect(escapeLabel(text)).toBe(label);
});

/** As Mermaid does: entity codes become marks of its own before it reads the chart, and entities of HTML once it is drawn. */
function read(label: string): string {
  const encoded = label.replaceAll(/#\w+;/g, (code) =>
    /^#\d+;$/.test(code) ? `ﬂ°°${code.slice(1, -1)}¶ß` : `ﬂ°${code.slice(1, -1)}¶ß`,
  );
  const html = encoded.replaceAll('ﬂ°°', '&#').replaceAll('ﬂ°', '&').replaceAll('¶ß', ';');
  return html.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
