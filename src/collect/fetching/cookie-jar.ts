import { type Cookie, getSetCookies, type Headers } from 'undici';

const MOST = 50;

interface KeptCookie {
  name: string;
  value: string;
  path: string;
  secure: boolean;
  /** Milliseconds since 1970; infinite for the run. */
  expires: number;
}

/**
 * Cookies of one host, for as long as the run lasts: many sites send a visitor in circles who does not bring back what they
 * gave him. None is ever sent to another host, whatever its domain says.
 */
export class CookieJar {
  private readonly cookies = new Map<string, KeptCookie>();

  keep(headers: Headers, now: number): void {
    for (const cookie of getSetCookies(headers)) {
      const { name, value, path = '/', secure = false } = cookie;
      const key = `${name};${path}`;
      const expires = expiryOf(cookie, now);
      if (expires <= now) this.cookies.delete(key);
      else if (this.cookies.size < MOST || this.cookies.has(key)) {
        this.cookies.set(key, { name, value, path, secure, expires });
      }
    }
  }

  /** The value of the header `Cookie` for an address of the host; null for none. */
  headerFor(address: string, now: number): string | null {
    const { pathname, protocol } = new URL(address);
    const sent = [...this.cookies.values()].filter(
      ({ path, secure, expires }) =>
        isWithin(pathname, path) && expires > now && (!secure || protocol === 'https:'),
    );
    return sent.length === 0 ? null : sent.map(({ name, value }) => `${name}=${value}`).join('; ');
  }
}

const expiryOf = ({ maxAge, expires }: Cookie, now: number): number => {
  if (maxAge !== undefined) return now + maxAge * 1000;
  return expires === undefined ? Number.POSITIVE_INFINITY : new Date(expires).getTime();
};

/** RFC 6265, 5.1.4. */
const isWithin = (path: string, of: string): boolean =>
  path === of || (path.startsWith(of) && (of.endsWith('/') || path[of.length] === '/'));
