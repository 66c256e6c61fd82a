import { constant, fuel, own } from '@flowright/runtime/logic';

interface Classification {
  points: number;
  topic: 'spam' | 'billing' | 'support' | 'partnership' | 'sales' | 'other';
  urgent: boolean;
}

export interface ClassifyEnquiryInput {
  readonly customer: boolean;
  readonly employees: number | null;
  readonly message: string;
  readonly subject: string;
}

export type ClassifyEnquiryOutput = Classification;

type Topic = ClassifyEnquiryOutput['topic'];

interface Scored {
  readonly topic: Topic;
  readonly points: number;
}

const SPAM_WORDS: readonly string[] = constant(['casino', 'crypto', 'backlinks']);
const URGENT_WORDS: readonly string[] = constant(['urgent', 'asap', 'immediately']);
const BILLING_WORDS: readonly string[] = constant(['invoice', 'refund', 'charged', 'payment', 'receipt']);
const SUPPORT_WORDS: readonly string[] = constant(['error', 'broken', 'bug', 'crash', 'login', 'password']);
const PARTNERSHIP_WORDS: readonly string[] = constant(['partner', 'partnership', 'reseller', 'affiliate']);
const SALES_WORDS: readonly string[] = constant(['price', 'pricing', 'quote', 'demo', 'trial', 'enterprise']);

const SPAM_LINKS = 3;
const LARGE_COMPANY = 250;

// Split before lower-casing: some capitals become a letter and a mark, which would split a word.
function wordsOf(text: string): readonly string[] {
  fuel.burn();
  const found: readonly string[] = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return found.map((word) => (fuel.burn(), word.toLowerCase()));
}

function countLinks(text: string): number {
  fuel.burn();
  const found: readonly string[] = text.match(/https?:\/\//gi) ?? [];
  return found.length;
}

function countExclamations(text: string): number {
  fuel.burn();
  const found: readonly string[] = text.match(/!/g) ?? [];
  return found.length;
}

function hasUrgentWord(words: readonly string[]): boolean {
  fuel.burn();
  return words.some(
    (word, index) => (fuel.burn(), URGENT_WORDS.includes(word) && (index === 0 || own(words, index - 1) !== 'not')),
  );
}

function scoreTopic(
  topic: Topic,
  keywords: readonly string[],
  inSubject: ReadonlySet<string>,
  inMessage: ReadonlySet<string>,
  bonus: boolean,
): Scored {
  fuel.burn();
  let points = 0;
  for (const keyword of keywords) {
    fuel.burn();
    if (inSubject.has(keyword)) points += 2;
    if (inMessage.has(keyword)) points += 1;
  }
  if (points > 0 && bonus) points += 1;
  return { topic, points };
}

function fallbackTopic(customer: boolean, hasQuestion: boolean): Topic {
  fuel.burn();
  if (customer) return 'support';
  return hasQuestion ? 'sales' : 'other';
}

export function classifyEnquiry(input: ClassifyEnquiryInput): ClassifyEnquiryOutput {
  fuel.start();
  const { customer, employees, message, subject } = input;
  const subjectWords = wordsOf(subject);
  const messageWords = wordsOf(message);
  const inSubject: ReadonlySet<string> = new Set(subjectWords);
  const inMessage: ReadonlySet<string> = new Set(messageWords);

  if (!customer) {
    const manyLinks = countLinks(subject) + countLinks(message) >= SPAM_LINKS;
    const spamWord = SPAM_WORDS.some((word) => inSubject.has(word) || inMessage.has(word));
    if (manyLinks || spamWord) return { points: 0, topic: 'spam', urgent: false };
  }

  const large = employees !== null && employees >= LARGE_COMPANY;
  const support = scoreTopic('support', SUPPORT_WORDS, inSubject, inMessage, customer);
  const billing = scoreTopic('billing', BILLING_WORDS, inSubject, inMessage, customer);
  const partnership = scoreTopic('partnership', PARTNERSHIP_WORDS, inSubject, inMessage, false);
  const sales = scoreTopic('sales', SALES_WORDS, inSubject, inMessage, large);

  // In order of preference: only more points displace an earlier topic.
  const ranked: readonly Scored[] = customer
    ? [support, billing, partnership, sales]
    : [sales, partnership, billing, support];

  let best: Scored = {
    topic: fallbackTopic(customer, subject.includes('?') || message.includes('?')),
    points: 0,
  };
  for (const candidate of ranked) {
    fuel.burn();
    if (candidate.points > best.points) best = candidate;
  }

  const mayBeUrgent = best.topic === 'billing' || best.topic === 'support';
  const urgent =
    mayBeUrgent && (hasUrgentWord(subjectWords) || hasUrgentWord(messageWords) || countExclamations(subject) >= 2);

  return { points: best.points, topic: best.topic, urgent };
}
