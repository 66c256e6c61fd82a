const NOT_REACHED = 'not reached: ';

/** The reason of a check that was not made since another one failed. */
export function unreached(why: string): string {
  return `${NOT_REACHED}${why}`;
}

/** Such a reason: the check has failed, but it is not what is wrong. */
export function isUnreached(reason: string | undefined): boolean {
  return reason?.startsWith(NOT_REACHED) ?? false;
}
