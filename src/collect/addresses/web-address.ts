/** Longer ones no server takes. */
const LONGEST = 4096;

/**
 * An address as it is asked for and compared: absolute, http or https, without fragment; null for anything else (mailto:,
 * javascript:, data:, with a user name and password, unreadable).
 */
export function webAddress(text: string, base?: string): string | null {
  const given = text.trim();
  if (given === '' || given.length > LONGEST || !URL.canParse(given, base)) return null;
  const url = new URL(given, base);
  if (!['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') return null;
  url.hash = '';
  return url.href;
}

/** The host of an address with its port: whose turn it is. */
export const hostOf = (address: string): string => new URL(address).host;

/** Whether two addresses are of one site: the same host, with or without `www.`. */
export const isSameSite = (one: string, other: string): boolean => siteOf(one) === siteOf(other);

const siteOf = (address: string): string => hostOf(address).replace(/^www\./, '');
