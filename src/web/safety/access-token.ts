import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { HTTPException } from 'hono/http-exception';
import { ownPath } from './own-path.js';

const COOKIE = 'mingzhang-token';
export const ENTRANCE = '/enter/';

/**
 * Lets in who brings the token: once in the address (`?token=…`, afterwards in a cookie), or as `Authorization: Bearer`.
 * @param code opens `/enter/CODE` once, in exchange for the cookie: an address that may stand in a log
 */
export function accessToken(token: string, code?: string): MiddlewareHandler {
  let unused = code;
  return async (context, next) => {
    const url = new URL(context.req.url);
    if (
      unused !== undefined &&
      isSame(url.pathname, `${ENTRANCE}${unused}`) &&
      context.req.method === 'GET'
    ) {
      unused = undefined;
      remember(context, token);
      return context.redirect('/');
    }
    const given = url.searchParams.get('token');
    if (given !== null && isSame(given, token)) {
      remember(context, token);
      url.searchParams.delete('token');
      return context.redirect(ownPath(`${url.pathname}${url.search}`) ?? '/');
    }
    const bearer = context.req.header('authorization')?.replace(/^Bearer +/i, '');
    if (isSame(getCookie(context, COOKIE) ?? '', token) || isSame(bearer ?? '', token)) return next();
    throw new HTTPException(401, {
      message: url.pathname.startsWith(ENTRANCE)
        ? '这个一次性网址有误或已用过；请重新启动本站取得新的网址'
        : '请用启动时打印的完整网址打开本站',
    });
  };
}

const remember = (context: Context, token: string): void =>
  setCookie(context, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/' });

const isSame = (given: string, token: string): boolean => timingSafeEqual(digest(given), digest(token));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
