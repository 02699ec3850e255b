/** The HTML part of a page saved as one file (MHTML, RFC 2557). */
export interface MimePage {
  bytes: Uint8Array;
  charset: string | undefined;
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
  const part = findHtml(partOf(message), 0);
  return part && { bytes: decodeBody(part), charset: parameter(part, 'charset') };
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

function findHtml(part: MimePart, depth: number): MimePart | undefined {
  const type = part.headers.get('content-type') ?? '';
  if (/^text\/html\b/i.test(type)) return part;
  const boundary = parameter(part, 'boundary');
  if (boundary === undefined || depth > MAX_DEPTH) return undefined;
  for (const piece of part.body.split(`--${boundary}`).slice(1)) {
    const html = findHtml(partOf(piece.replace(/^\r?\n/, '')), depth + 1);
    if (html) return html;
  }
  return undefined;
}

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
