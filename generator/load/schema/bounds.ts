/** The bound that a keyword sets, in words; undefined for a keyword that sets none. */
export function bounds(keyword: string, limit: unknown): string | undefined {
  const number = Number(limit);
  switch (keyword) {
    case 'minimum':
      return `a number of at least ${number}`;
    case 'maximum':
      return `a number of at most ${number}`;
    case 'minLength':
      return number === 1 ? 'text' : `text of at least ${number} characters`;
    case 'maxLength':
      return `text of at most ${number} characters`;
    case 'minItems':
      return number === 1 ? 'a list of at least one item' : `a list of at least ${number} items`;
    case 'maxItems':
      return number === 1 ? 'a list of one item' : `a list of at most ${number} items`;
    case 'minProperties':
      return 'an object with at least one key';
    default:
      return undefined;
  }
}
