import type { ModelPlan } from '../../../ir/model.ts';
import type { Shape } from '../../../shape/shape.ts';
import { objectShape, place } from './parts.ts';

const text: Shape = { kind: 'string' };
const number: Shape = { kind: 'number', integer: false };
const flag: Shape = { kind: 'boolean' };
const listOf = (item: Shape): Shape => ({ kind: 'array', item });
const ref = (to: string): Shape => ({ kind: 'ref', to });

/** The models of the showcase as shapes, and as a person would have written their files. */
export const shapes: ReadonlyMap<string, Shape> = new Map([
  ['Order', objectShape({ id: number, 'email?': text, lines: listOf(ref('Line')), 'tags?': listOf(text) })],
  ['Line', objectShape({ sku: text, quantity: number })],
  ['Contact', objectShape({ id: text, 'owner?': text })],
  ['ContactInput', objectShape({ email: text, 'owner?': text })],
  ['ContactQuery', objectShape({ 'after?': text, 'email?': text })],
  ['ContactPage', objectShape({ results: listOf(ref('Contact')), 'paging?': objectShape({ next: text }) })],
  [
    'InvoicePage',
    objectShape({
      data: listOf(ref('Line')),
      more: flag,
      'total?': number,
      'next?': { kind: 'union', of: [text, { kind: 'null' }] },
    }),
  ],
]);

const parsers: Readonly<Record<string, ModelPlan['parsers']>> = {
  Order: { payload: 'parseOrderPayload' },
  Contact: { response: 'parseContactResponse' },
  ContactPage: { response: 'parseContactPageResponse' },
  InvoicePage: { response: 'parseInvoicePageResponse' },
};

export const models: readonly ModelPlan[] = [...shapes.keys()].map((id) => ({
  id,
  place,
  symbol: { name: id, file: 'src/models.ts' },
  schema: true,
  parsers: parsers[id] ?? {},
}));

export const modelsFile = {
  path: 'src/models.ts',
  text: `
export interface Line { sku: string; quantity: number }
export interface Order { id: number; email?: string; lines: Line[]; tags?: string[] }
export interface Contact { id: string; owner?: string }
export interface ContactInput { email: string; owner?: string }
export interface ContactQuery { after?: string; email?: string }
export interface ContactPage { results: Contact[]; paging?: { next: string } }
export interface InvoicePage { data: Line[]; more: boolean; total?: number; next?: string | null }
export declare function parseOrderPayload(body: unknown): Order;
export declare function parseContactResponse(body: unknown): Contact;
export declare function parseContactPageResponse(body: unknown): ContactPage;
export declare function parseInvoicePageResponse(body: unknown): InvoicePage;
`,
};
