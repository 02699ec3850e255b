/** Type and charset in a `Content-Type` header; null where they lack. */
export function contentType(header: string | null): { type: string | null; charset: string | null } {
  return {
    type: header?.split(';')[0]?.trim().toLowerCase() || null,
    charset: /charset\s*=\s*["']?([\w.:-]+)/i.exec(header ?? '')?.[1] ?? null,
  };
}
