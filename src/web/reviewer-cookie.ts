import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

const COOKIE = 'mingzhang-reviewer';
const A_YEAR = 365 * 24 * 3600;

/** Who answered last from this browser; empty where nobody has. */
export const reviewerOf = (context: Context): string => getCookie(context, COOKIE) ?? '';

export const rememberReviewer = (context: Context, who: string): void =>
  setCookie(context, COOKIE, who, { path: '/', httpOnly: true, sameSite: 'Strict', maxAge: A_YEAR });
