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
        filterGroups: [{ filters: [{ operator: 'EQ', propertyName: 'email', value: email.trim().toLowerCase() }] }],
        limit: 1,
      },
    }),
  );
  const known = contacts.results[0];

  let created: Contact | undefined;
  if (known === undefined) {
    const contact = orderToContact(email, order);
    created = await ctx.run('created', ({ http }) => http.hubspot.createContact({ body: { properties: contact } }));
  }

  const contactId = known?.id ?? created?.id;
  if (contactId === undefined) throw new FatalError('invalid_response', 'HubSpot gave no contact');
  const deals = await ctx.run('deals', ({ http }) =>
    http.hubspot.searchDeals({
      body: {
        filterGroups: [{ filters: [{ operator: 'EQ', propertyName: 'shopify_order_id', value: toText(order.id) }] }],
        limit: 1,
      },
    }),
  );
  const earlier = deals.results[0];

  if (earlier !== undefined) {
    await ctx.respond({ status: 200, body: { created: false, dealId: earlier.id } });
  } else {
    const deal = orderToDeal(order);
    const newDeal = await ctx.run('newDeal', ({ http }) =>
      http.hubspot.createDeal({
        body: {
          associations: [
            { to: { id: contactId }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 3 }] },
          ],
          properties: deal,
        },
      }),
    );
    const lineItems = orderToLineItems(newDeal.id, order);
    await ctx.run('createLineItems', ({ http }) => http.hubspot.createLineItems({ body: lineItems }));
    await ctx.run('writeBack', ({ http }) =>
      http.shopify.createMetafield({
        orderId: order.id,
        body: {
          metafield: { key: 'deal_id', namespace: 'hubspot', type: 'single_line_text_field', value: newDeal.id },
        },
      }),
    );
    await ctx.respond({ status: 200, body: { created: true, dealId: newDeal.id } });
  }
}
