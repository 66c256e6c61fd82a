// The gap 'classifyEnquiry' of lead-intake; its types are the spec's, written anew with each fill.
// 'flowright gaps verify' tests the body, 'flowright gaps adopt' accepts what was changed in it.

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

// The body:

type Topic = ClassifyEnquiryOutput['topic'];

interface Scored {
  readonly topic: Topic;
  readonly points: number;
}

const SPAM_WORDS: readonly string[] = ['casino', 'crypto', 'backlinks'];
const URGENT_WORDS: readonly string[] = ['urgent', 'asap', 'immediately'];
const BILLING_WORDS: readonly string[] = ['invoice', 'refund', 'charged', 'payment', 'receipt'];
const SUPPORT_WORDS: readonly string[] = ['error', 'broken', 'bug', 'crash', 'login', 'password'];
const PARTNERSHIP_WORDS: readonly string[] = ['partner', 'partnership', 'reseller', 'affiliate'];
const SALES_WORDS: readonly string[] = ['price', 'pricing', 'quote', 'demo', 'trial', 'enterprise'];

const SPAM_LINKS = 3;
const LARGE_COMPANY = 250;

// Split before lower-casing: some capitals become a letter and a mark, which would split a word.
function wordsOf(text: string): readonly string[] {
  const found: readonly string[] = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return found.map((word) => word.toLowerCase());
}

function countLinks(text: string): number {
  const found: readonly string[] = text.match(/https?:\/\//gi) ?? [];
  return found.length;
}

function countExclamations(text: string): number {
  const found: readonly string[] = text.match(/!/g) ?? [];
  return found.length;
}

function hasUrgentWord(words: readonly string[]): boolean {
  return words.some((word, index) => URGENT_WORDS.includes(word) && (index === 0 || words[index - 1] !== 'not'));
}

function scoreTopic(
  topic: Topic,
  keywords: readonly string[],
  inSubject: ReadonlySet<string>,
  inMessage: ReadonlySet<string>,
  bonus: boolean,
): Scored {
  let points = 0;
  for (const keyword of keywords) {
    if (inSubject.has(keyword)) points += 2;
    if (inMessage.has(keyword)) points += 1;
  }
  if (points > 0 && bonus) points += 1;
  return { topic, points };
}

function fallbackTopic(customer: boolean, hasQuestion: boolean): Topic {
  if (customer) return 'support';
  return hasQuestion ? 'sales' : 'other';
}

export function classifyEnquiry(input: ClassifyEnquiryInput): ClassifyEnquiryOutput {
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
    if (candidate.points > best.points) best = candidate;
  }

  const mayBeUrgent = best.topic === 'billing' || best.topic === 'support';
  const urgent =
    mayBeUrgent && (hasUrgentWord(subjectWords) || hasUrgentWord(messageWords) || countExclamations(subject) >= 2);

  return { points: best.points, topic: best.topic, urgent };
}
