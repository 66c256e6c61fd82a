import { fuel } from '@flowright/runtime/logic';

export interface AcknowledgementInput {
  readonly family: string;
  readonly given: string;
  readonly topic: 'spam' | 'billing' | 'support' | 'partnership' | 'sales' | 'other';
  readonly urgent: boolean;
}

export interface AcknowledgementOutput {
  subject: string;
  text: string;
}

const MAX_NAME_CHARACTERS = 60;

/** One clean line: no invisible marks that could garble the text, no line breaks, single spaces. */
function cleanName(name: string): string {
  fuel.burn();
  const line = name
    .replace(/[\p{Cs}\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  // A name made of invisible characters only counts as empty.
  return line.replace(/\p{Cf}/gu, '').trim() === '' ? '' : line;
}

function countCharacters(text: string): number {
  fuel.burn();
  return [...text].length;
}

function salutation(given: string, family: string): string {
  fuel.burn();
  const names = [cleanName(given), cleanName(family)].filter((name) => (fuel.burn(), name !== ''));
  const total = names.reduce((sum, name) => (fuel.burn(), sum + countCharacters(name)), 0);
  if (total === 0 || total > MAX_NAME_CHARACTERS) {
    return 'Hello,';
  }
  return `Dear ${names.join(' ')},`;
}

function nextStep(topic: AcknowledgementInput['topic'], urgent: boolean): string {
  fuel.burn();
  switch (topic) {
    case 'sales':
      return 'Somebody from our sales team will call you within one working day.';
    case 'partnership':
      return 'Our partner team will answer you within a week.';
    case 'support':
      return urgent
        ? 'Our support team will look into it today.'
        : 'Our support team will look into it within two working days.';
    case 'billing':
      return urgent
        ? 'Our accounting team will answer you today.'
        : 'Our accounting team will answer you within two working days.';
    default:
      return 'Somebody from our team will answer you within a week.';
  }
}

export function acknowledgement(input: AcknowledgementInput): AcknowledgementOutput {
  fuel.start();
  const lines = [
    salutation(input.given, input.family),
    '',
    `Thank you very much for the enquiry that you sent us through our website. ${nextStep(input.topic, input.urgent)}`,
    '',
    'Kind regards,',
    'The team at Example',
  ];
  return {
    subject: 'We have received your enquiry',
    text: lines.join('\n'),
  };
}
