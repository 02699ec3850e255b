/** An RC4 key stream; every call goes on where the last one ended. (OpenSSL 3, and so node:crypto, no longer has it.) */
export function rc4(key: Uint8Array): () => number {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (a: number, b: number): void => {
    const kept = state[a] ?? 0;
    state[a] = state[b] ?? 0;
    state[b] = kept;
  };
  let j = 0;
  for (let i = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 0xff;
    swap(i, j);
  }
  let i = 0;
  j = 0;
  return () => {
    i = (i + 1) & 0xff;
    j = (j + (state[i] ?? 0)) & 0xff;
    swap(i, j);
    return state[((state[i] ?? 0) + (state[j] ?? 0)) & 0xff] ?? 0;
  };
}
