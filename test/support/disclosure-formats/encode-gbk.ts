/** Bytes of GBK text, found by decoding every two-byte code; what GBK lacks becomes a character reference of HTML. */
export function encodeGbk(text: string): Uint8Array {
  const bytes = [...text].flatMap((char): readonly number[] => {
    if (char < '\x80') return [char.charCodeAt(0)];
    return codes().get(char) ?? [...Buffer.from(`&#${char.codePointAt(0)};`)];
  });
  return Uint8Array.from(bytes);
}

let known: Map<string, readonly number[]> | undefined;

function codes(): Map<string, readonly number[]> {
  if (known) return known;
  known = new Map();
  const decoder = new TextDecoder('gbk');
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const char = decoder.decode(Uint8Array.of(high, low));
      if ([...char].length === 1 && char !== '\ufffd') known.set(char, [high, low]);
    }
  }
  return known;
}
