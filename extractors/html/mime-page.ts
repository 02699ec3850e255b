/** The HTML part of a page saved as one file (MHTML, RFC 2557). */
export interface MimePage {
  bytes: Uint8Array;
  charset: string | undefined;
  /** A file saved with the page, by the address the page has for it; null where there is none. */
  fileAt(address: string): Uint8Array | null;
}

interface MimePart {
  headers: Map<string, string>;
  /** One character a byte. */
  body: string;
}

const MAX_DEPTH = 4;

/** Whether the text begins with the header of a MIME message. */
export const isMime = (head: string): boolean =>
  /^(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*?Content-Type:\s*(?:multipart\/|text\/html)/i.test(head);

/** The first HTML part of a MIME message, decoded; undefined when it has none. */
export function mimePage(bytes: Uint8Array): MimePage | undefined {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const parts = leavesOf(partOf(message), 0);
  const page = parts.find(isHtml);
  if (!page) return undefined;
  const byAddress = new Map(parts.flatMap((part) => addressesOf(part).map((address) => [address, part])));
  const base = page.headers.get('content-location');
  return {
    bytes: decodeBody(page),
    charset: parameter(page, 'charset'),
    fileAt(address) {
      const part = byAddress.get(address) ?? byAddress.get(resolved(address, base));
      return part ? decodeBody(part) : null;
    },
  };
}

function partOf(text: string): MimePart {
  const gap = /\r?\n\r?\n/.exec(text);
  const header = gap ? text.slice(0, gap.index) : text;
  const headers = new Map<string, string>();
  for (const line of header.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: gap ? text.slice(gap.index + gap[0].length) : '' };
}

const isHtml = ({ headers }: MimePart): boolean => /^text\/html\b/i.test(headers.get('content-type') ?? '');

/** The parts that hold no others, in their order. */
function leavesOf(part: MimePart, depth: number): MimePart[] {
  const boundary = isHtml(part) ? undefined : parameter(part, 'boundary');
  if (boundary === undefined) return [part];
  if (depth > MAX_DEPTH) return [];
  return part.body
    .split(`--${boundary}`)
    .slice(1)
    .flatMap((piece) => leavesOf(partOf(piece.replace(/^\r?\n/, '')), depth + 1));
}

/** What a page may call a part: its place, or its identity behind `cid:` (RFC 2557, RFC 2392). */
function addressesOf({ headers }: MimePart): string[] {
  const location = headers.get('content-location');
  const id = headers.get('content-id')?.replace(/^<|>$/g, '');
  return [...(location ? [location] : []), ...(id ? [`cid:${id}`] : [])];
}

const resolved = (address: string, base: string | undefined): string =>
  URL.canParse(address, base) ? new URL(address, base).href : address;

function parameter({ headers }: MimePart, name: string): string | undefined {
  const match = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(
    headers.get('content-type') ?? '',
  );
  return match?.[1] ?? match?.[2];
}

function decodeBody({ headers, body }: MimePart): Uint8Array {
  switch (headers.get('content-transfer-encoding')?.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64');
    case 'quoted-printable':
      return Buffer.from(
        body
          .replace(/=\r?\n/g, '')
          .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      );
    default:
      return Buffer.from(body, 'latin1');
  }
}
