import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { HTTPException } from 'hono/http-exception';

const COOKIE = 'mingzhang-token';

/**
 * Lets in who brings the token: once in the address (`?token=…`, afterwards in a cookie), or as `Authorization: Bearer`.
 */
export const accessToken =
  (token: string): MiddlewareHandler =>
  async (context, next) => {
    const url = new URL(context.req.url);
    const given = url.searchParams.get('token');
    if (given !== null && isSame(given, token)) {
      setCookie(context, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/' });
      url.searchParams.delete('token');
      return context.redirect(`${url.pathname}${url.search}`);
    }
    const bearer = context.req.header('authorization')?.replace(/^Bearer /, '');
    if (isSame(getCookie(context, COOKIE) ?? '', token) || isSame(bearer ?? '', token)) return next();
    throw new HTTPException(401, { message: '请用启动时打印的完整网址（含 token）打开本站' });
  };

const isSame = (given: string, token: string): boolean => timingSafeEqual(digest(given), digest(token));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
