import { addSpending, NOTHING, type Spending } from './spending.ts';

/** Counts what one gap takes: paid by this run, and by one before it. */
export interface Account {
  readonly pay: (spending: Spending) => void;
  readonly resume: (spending: Spending) => void;
  readonly paid: () => Spending;
  readonly resumed: () => Spending;
}

export function openAccount(): Account {
  let [paid, resumed] = [NOTHING, NOTHING];
  return {
    pay: (spending) => {
      paid = addSpending(paid, spending);
    },
    resume: (spending) => {
      resumed = addSpending(resumed, spending);
    },
    paid: () => paid,
    resumed: () => resumed,
  };
}
