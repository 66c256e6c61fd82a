/** Money that may be spent. An ask is started only where its worst case still fits, also beside those that are under way. */
export interface Budget {
  /** US dollars; undefined: no end. */
  readonly limit: number | undefined;
  readonly spent: () => number;
  /**
   * Sets the worst case of an ask aside, in US dollars. Waits while asks that are under way may yet turn out cheaper;
   * undefined where it does not fit even so.
   */
  readonly reserve: (worst: number) => Promise<Reservation | undefined>;
  /** The same without waiting, for what is to go out together. */
  readonly reserveNow: (worst: number) => Reservation | undefined;
}

export interface Reservation {
  /** Gives back what was set aside, but for what was spent of it. To be called once. */
  readonly settle: (spent: number) => void;
}

/** Without a limit everything is let through, and the spending still counted. */
export function openBudget(limit: number | undefined): Budget {
  let spent = 0;
  let reserved = 0;
  let waiting: (() => void)[] = [];
  const fits = (worst: number): boolean => limit === undefined || spent + reserved + worst <= limit + ROUNDING;
  const reserveNow = (worst: number): Reservation | undefined => {
    if (!fits(worst)) return undefined;
    reserved += worst;
    return {
      settle(cost) {
        spent += cost;
        // What is left of adding and taking away fractions is no money.
        reserved = reserved - worst < ROUNDING ? 0 : reserved - worst;
        const woken = waiting;
        waiting = [];
        for (const wake of woken) wake();
      },
    };
  };
  return {
    limit,
    spent: () => spent,
    reserveNow,
    async reserve(worst) {
      for (;;) {
        const reservation = reserveNow(worst);
        if (reservation !== undefined || reserved === 0 || spent + worst > (limit ?? Infinity) + ROUNDING)
          return reservation;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
  };
}

/** A millionth of a cent: sums of fractions are not exact. */
const ROUNDING = 1e-8;
