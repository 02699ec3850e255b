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
      const origin = context.req.header('origin');
      const site = context.req.header('sec-fetch-site');
      const isForeign =
        origin !== undefined ? origin !== url.origin : site !== undefined && site !== 'same-origin';
      if (isForeign) throw new HTTPException(403, { message: '不接受从别的网站发来的修改' });
    }
    await next();
  };
}
