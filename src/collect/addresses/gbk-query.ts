const NON_ASCII = /[^\0-\x7f]/g;
const LEAD_BYTES = [0x81, 0xfe] as const;
const TRAIL_BYTES = [0x40, 0xfe] as const;

let codes: Map<string, string> | null = null;

/**
 * An address as a page in GBK means it: what stands behind `?` is sent in the charset of the page, what stands before it in UTF-8
 * (URL Standard, 4.3 and 4.4).
 */
export function withGbkQuery(address: string): string {
  const at = address.indexOf('?');
  if (at < 0) return address;
  const query = address.slice(at).replace(NON_ASCII, (letter) => gbkCodes().get(letter) ?? letter);
  return address.slice(0, at) + query;
}

/** Percent escapes by letter, from the decoder that every Node has. */
function gbkCodes(): Map<string, string> {
  if (codes) return codes;
  codes = new Map();
  const decoder = new TextDecoder('gbk');
  for (let lead: number = LEAD_BYTES[0]; lead <= LEAD_BYTES[1]; lead++) {
    for (let trail: number = TRAIL_BYTES[0]; trail <= TRAIL_BYTES[1]; trail++) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if (letter.length === 1 && letter !== '\uFFFD') codes.set(letter, escaped(lead) + escaped(trail));
    }
  }
  return codes;
}

const escaped = (byte: number): string => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
