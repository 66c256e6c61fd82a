import { FatalError, type StepContext, toText } from '@flowright/runtime';
import type { Clients } from '../clients.ts';
import { orderToContact } from '../mappings/order-to-contact.ts';
import { orderToDeal } from '../mappings/order-to-deal.ts';
import { orderToLineItems } from '../mappings/order-to-line-items.ts';
import type { Contact } from '../models/contact.ts';
import type { Order } from '../models/order.ts';

export async function orderPaid(ctx: StepContext<Clients>, order: Order): Promise<void> {
  const email = order.customer?.email ?? order.contact_email;
  if (email == null) throw new FatalError('invalid_input', `order ${order.name} has no e-mail address`);
  const contacts = await ctx.run('contacts', ({ http }) =>
    http.hubspot.searchContacts({
      body: {
        filterGroups: [{ filters: [{ propertyName: 'email', operator: 'EQ', value: email.trim().toLowerCase() }] }],
        limit: 1,
      },
    }),
  );
  const known = contacts.results[0];

  let created: Contact | undefined;
  if (known === undefined) {
    const contact = orderToContact(order, email);
    created = await ctx.run('created', ({ http }) => http.hubspot.createContact({ body: { properties: contact } }));
  }

  const contactId = known?.id ?? created?.id;
  if (contactId === undefined) throw new FatalError('invalid_response', 'HubSpot gave no contact');
  const deals = await ctx.run('deals', ({ http }) =>
    http.hubspot.searchDeals({
      body: {
        filterGroups: [{ filters: [{ propertyName: 'shopify_order_id', operator: 'EQ', value: toText(order.id) }] }],
        limit: 1,
      },
    }),
  );
  const earlier = deals.results[0];

  if (earlier !== undefined) {
    await ctx.respond({ status: 200, body: { dealId: earlier.id, created: false } });
  } else {
    const deal = orderToDeal(order);
    const newDeal = await ctx.run('newDeal', ({ http }) =>
      http.hubspot.createDeal({
        body: {
          properties: deal,
          associations: [
            { to: { id: contactId }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 3 }] },
          ],
        },
      }),
    );
    const lineItems = orderToLineItems(order, newDeal.id);
    await ctx.run('createLineItems', ({ http }) => http.hubspot.createLineItems({ body: lineItems }));
    await ctx.run('writeBack', ({ http }) =>
      http.shopify.createMetafield({
        orderId: order.id,
        body: {
          metafield: { namespace: 'hubspot', key: 'deal_id', type: 'single_line_text_field', value: newDeal.id },
        },
      }),
    );
    await ctx.respond({ status: 200, body: { dealId: newDeal.id, created: true } });
  }
}
