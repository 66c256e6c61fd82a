/** Whom a run belongs to where nobody says so. */
export const DEFAULT_TENANT = 'default';
