/**
 * A path of this site as it may stand in a redirect; null for anything a browser could read as another site: `//host`,
 * `/\host`, backslashes, control characters, an address with a scheme.
 */
export function ownPath(given: string | undefined): string | null {
  const isPath = given !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(given) && !given.includes('\\');
  if (!isPath) return null;
  const url = URL.canParse(given, BASE) ? new URL(given, BASE) : null;
  const leadsHere = url?.origin === BASE && !url.pathname.startsWith('//');
  return leadsHere ? `${url.pathname}${url.search}${url.hash}` : null;
}

const BASE = 'http://site.invalid';
