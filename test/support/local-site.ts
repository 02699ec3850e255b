import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export type Visit = Pick<IncomingMessage, 'url' | 'headers' | 'method'>;
/** What stands at a path: bytes or text, an answer with headers, or one of one's own. */
export type Resource =
  | string
  | Uint8Array
  | { status?: number; headers?: Record<string, string>; body?: string | Uint8Array }
  | ((request: IncomingMessage, response: ServerResponse) => void);

export interface LocalSite {
  /** `http://127.0.0.1:12345` */
  origin: string;
  /** What stands where; may be changed at any time. */
  resources: Map<string, Resource>;
  /** Every request so far: `/a.html`. */
  visits: Visit[];
  paths(): string[];
  close(): Promise<void>;
}

/** A site on this machine that lasts as long as the test. Paths are looked up with their query. */
export async function localSite(given: Record<string, Resource>): Promise<LocalSite> {
  const site = await openLocalSite(given);
  onTestFinished(() => site.close());
  return site;
}

export async function openLocalSite(given: Record<string, Resource>, port = 0): Promise<LocalSite> {
  const resources = new Map(Object.entries(given));
  const visits: Visit[] = [];
  const server = createServer((request, response) => {
    visits.push({ url: request.url, headers: request.headers, method: request.method });
    const resource = resources.get(request.url ?? '') ?? { status: 404, body: '没有' };
    if (typeof resource === 'function') return resource(request, response);
    answer(request, response, resource);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    resources,
    visits,
    paths: () => visits.map(({ url }) => url ?? ''),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  resource: Exclude<Resource, (...all: never[]) => void>,
): void {
  const {
    status = 200,
    headers = {},
    body = '',
  } = typeof resource === 'string' || resource instanceof Uint8Array ? { body: resource } : resource;
  const { etag, 'last-modified': modified } = headers;
  const known =
    (etag !== undefined && request.headers['if-none-match'] === etag) ||
    (etag === undefined && modified !== undefined && request.headers['if-modified-since'] === modified);
  const type = typeof body === 'string' ? 'text/html' : 'application/octet-stream';
  response.writeHead(known ? 304 : status, { 'content-type': type, ...headers });
  response.end(known ? undefined : body);
}
