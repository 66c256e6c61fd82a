import { fuel } from '@flowright/runtime/logic';

export interface ToBookingColourInput {
  readonly priority: number;
  readonly title: string;
}

export type ToBookingColourOutput = 'red' | 'green' | 'blue' | 'grey';

const WORD = 'interview';

function beginsWithInterview(title: string): boolean {
  fuel.burn();
  const text = title.trimStart();
  if (text.slice(0, WORD.length).toLowerCase() !== WORD) {
    return false;
  }
  return !/^[\p{L}\p{N}]/u.test(text.slice(WORD.length));
}

export function toBookingColour(input: ToBookingColourInput): ToBookingColourOutput {
  fuel.start();
  if (input.priority === 5) {
    return 'red';
  }
  if (beginsWithInterview(input.title)) {
    return 'green';
  }
  if (input.priority === 3 || input.priority === 4) {
    return 'blue';
  }
  return 'grey';
}
