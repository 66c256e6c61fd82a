import { FatalError, type StepContext, paginate, toEpochSeconds } from '@flowright/runtime';
import type { Clients } from '../clients.ts';
import { invoiceToRow } from '../mappings/invoice-to-row.ts';

export async function syncInvoices(ctx: StepContext<Clients>): Promise<void> {
  const storedCreatedFrom = await ctx.get('checkpoint.createdFrom');
  if (
    storedCreatedFrom !== undefined &&
    !(typeof storedCreatedFrom === 'number' && Number.isInteger(storedCreatedFrom))
  )
    throw new FatalError(
      'invalid_input',
      "the stored checkpoint 'createdFrom' is not of the type that the workflow gives it",
    );
  const checkpoint = { createdFrom: storedCreatedFrom ?? 0 };

  // The window is closed at the start of the run, so that the next one begins exactly where it ends
  const createdUntil = toEpochSeconds(ctx.startedAt);

  let pageNumber = 0;
  for await (const page of paginate(ctx, 'page', ({ http }, next) =>
    http.stripe.listInvoices({ createdGte: checkpoint.createdFrom, createdLt: createdUntil }, next),
  )) {
    pageNumber += 1;

    if (page.data.length > 0) {
      const rows = page.data.map((item) => invoiceToRow(item));
      await ctx.run(`appendRows/page-${pageNumber}`, ({ http }) =>
        http.warehouse.appendRows({ table: 'billing.invoices', body: { rows } }),
      );
    }
  }

  // Only now that every page is written
  await ctx.set('checkpoint.createdFrom', createdUntil);
}
