import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';

export interface WarcEntry {
  url: string;
  body: string | Uint8Array;
  status?: number;
  headers?: Record<string, string>;
  date?: string;
  type?: 'response' | 'resource' | 'request' | 'revisit';
}

const CRLF = '\r\n';

function recordOf({
  url,
  body,
  status = 200,
  headers = {},
  date = '2024-03-20T08:00:00Z',
  type = 'response',
}: WarcEntry): Buffer {
  const bytes = Buffer.from(body);
  const lines = Object.entries({ 'Content-Type': 'text/html', ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  const http = Buffer.from([`HTTP/1.1 ${status} OK`, ...lines, '', ''].join(CRLF));
  const block = type === 'resource' ? bytes : Buffer.concat([http, bytes]);
  const head = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${url}`,
    `WARC-Date: ${date}`,
    'Content-Type: application/http;msgtype=response',
    `Content-Length: ${block.length}`,
    '',
    '',
  ].join(CRLF);
  return Buffer.concat([Buffer.from(head), block, Buffer.from(CRLF + CRLF)]);
}

const info = Buffer.from(
  `WARC/1.1${CRLF}WARC-Type: warcinfo${CRLF}WARC-Date: 2024-03-20T08:00:00Z${CRLF}Content-Length: 14${CRLF}${CRLF}software: test${CRLF}${CRLF}`,
);

/** A WARC file as wget writes it: every record a gzip member of its own; or plain. */
export function warc(entries: readonly WarcEntry[], packed = true): Uint8Array {
  const records = [info, ...entries.map(recordOf)];
  return Buffer.concat(packed ? records.map((record) => gzipSync(record)) : records);
}

/** A WACZ file as browsertrix writes it. */
export const wacz = (entries: readonly WarcEntry[]): Uint8Array =>
  zipSync(
    {
      'archive/data.warc.gz': warc(entries),
      'indexes/index.cdx.gz': new Uint8Array([1, 2, 3]),
      'pages/pages.jsonl': Buffer.from('{"format":"json-pages-1.0"}\n'),
      'datapackage.json': Buffer.from('{"profile":"data-package"}'),
    },
    { level: 0 },
  );
