import { fuel } from '@flowright/runtime/logic';

export interface ToEnquiryPriorityInput {
  readonly customer: boolean;
  readonly employees: number;
  readonly topic: 'spam' | 'billing' | 'support' | 'partnership' | 'sales' | 'other';
  readonly urgent: boolean;
}

export type ToEnquiryPriorityOutput = 'high' | 'normal' | 'low';

const LARGE_COMPANY_EMPLOYEES = 250;

export function toEnquiryPriority(input: ToEnquiryPriorityInput): ToEnquiryPriorityOutput {
  fuel.start();
  const { customer, employees, topic, urgent } = input;

  if (urgent) {
    return 'high';
  }
  // An unknown number of employees is 0, so it never reaches the threshold.
  if (topic === 'sales' && employees >= LARGE_COMPANY_EMPLOYEES) {
    return 'high';
  }
  if (topic === 'sales' || topic === 'partnership') {
    return 'normal';
  }
  if (customer && (topic === 'billing' || topic === 'support')) {
    return 'normal';
  }
  return 'low';
}
