import type { MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Refuses requests for another host name (DNS rebinding) and, where something is changed, requests sent by a page of another
 * site.
 * @param bound the address the server listens on; a server that listens on all addresses is guarded by its token instead
 */
export function sameSite(bound: string): MiddlewareHandler {
  const isOpen = bound === '0.0.0.0' || bound === '::';
  return async (context, next) => {
    const url = new URL(context.req.url);
    if (!isOpen && !LOOPBACK.has(url.hostname) && url.hostname !== bound && url.hostname !== `[${bound}]`) {
      throw new HTTPException(403, {
        message: `本站只在 ${bound} 上提供服务，不接受以 ${url.hostname} 访问`,
      });
    }
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD') {
      const isForeign = comesFromElsewhere((name) => context.req.header(name), url.origin);
      if (isForeign) throw new HTTPException(403, { message: '不接受从别的网站发来的修改' });
    }
    await next();
  };
}

/** By what the browser tells best: older ones know nothing but where the form stood. Programs, which tell nothing, may come. */
function comesFromElsewhere(header: (name: string) => string | undefined, own: string): boolean {
  const [origin, site, referer] = [header('origin'), header('sec-fetch-site'), header('referer')];
  if (origin !== undefined) return origin !== own;
  if (site !== undefined) return site !== 'same-origin';
  return referer !== undefined && !(URL.canParse(referer) && new URL(referer).origin === own);
}
