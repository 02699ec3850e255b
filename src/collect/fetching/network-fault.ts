/** Codes of errors by which a connection, a name or a message fails, and what they mean; `final`: the next try will end so too. */
const FAULTS: Record<string, { reason: string; final?: boolean }> = {
  ENOTFOUND: { reason: '没有这个主机名', final: true },
  EAI_AGAIN: { reason: '暂时查不到这个主机名' },
  ECONNREFUSED: { reason: '服务器拒绝连接' },
  ECONNRESET: { reason: '连接被中断' },
  EPIPE: { reason: '连接被中断' },
  ETIMEDOUT: { reason: '连接超时' },
  EHOSTUNREACH: { reason: '到不了这个主机' },
  ENETUNREACH: { reason: '网络不通' },
  EADDRNOTAVAIL: { reason: '网络不通' },
  UND_ERR_CONNECT_TIMEOUT: { reason: '连接超时' },
  UND_ERR_HEADERS_TIMEOUT: { reason: '等不到回答' },
  UND_ERR_BODY_TIMEOUT: { reason: '传到一半没有了动静' },
  UND_ERR_SOCKET: { reason: '没有传完就断开了' },
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: { reason: '没有传完就断开了' },
  UND_ERR_HEADERS_OVERFLOW: { reason: '回答的头部太长', final: true },
  UND_ERR_INVALID_ARG: { reason: '网址写得不对', final: true },
  Z_DATA_ERROR: { reason: '压缩的内容损坏' },
  Z_BUF_ERROR: { reason: '压缩的内容不完整' },
};

/** What a fault of the network means, for people; null for an error that is none. */
export function networkFault(error: unknown): { reason: string; final: boolean } | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = FAULTS[code];
  if (known) return { reason: known.reason, final: known.final === true };
  if (/^HPE_/.test(code)) return { reason: '回答不合 HTTP 的写法', final: true };
  if (/^(?:ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|EPROTO)/.test(code)) {
    return { reason: `安全连接（TLS）建立不起来：${code}`, final: true };
  }
  if (/^(?:ERR__ERROR|ERR_.*BROTLI|ERR_PADDING|ERR_BROTLI)/.test(code)) {
    return { reason: '压缩的内容损坏', final: false };
  }
  // Ports on which other protocols speak are not asked (Fetch Standard, 2.9).
  if (error.message === 'bad port') return { reason: '这个端口不是网页用的', final: true };
  // What undici throws when a body ends before its time.
  if (error instanceof TypeError && error.message === 'terminated') {
    return { reason: '没有传完就断开了', final: false };
  }
  return null;
}
