import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { type AppOptions, createApp } from './create-app.js';
import { ENTRANCE } from './safety/access-token.js';
import type { Site } from './site.js';

/** Milliseconds. */
const HEADERS_TIMEOUT = 60_000;
/** Milliseconds without a byte either way, after which a connection is taken for dead; streams say something more often. */
const IDLE_TIMEOUT = 300_000;
/** Of the first line and the headers of a request; Node refuses more with 431. */
const MOST_HEADER_BYTES = 128 * 1024;
/** More would take the file handles that the store and the readers need. */
const MOST_CONNECTIONS = 500;

export interface ServerOptions extends AppOptions {
  /** 0: any that is free. */
  port: number;
}

export interface RunningServer {
  /** Address to open; where a token is required, with the code that opens it once, else with the token itself. */
  url: string;
  /** Ends open connections and stops listening. */
  close: () => Promise<void>;
}

/**
 * Serves the site over HTTP.
 * @throws Error with `code` EADDRINUSE or EADDRNOTAVAIL where the address cannot be had
 */
export async function startServer(site: Site, { port, ...options }: ServerOptions): Promise<RunningServer> {
  const server = createAdaptorServer({
    fetch: createApp(site, options).fetch,
    // An upload may take as long as it takes. Node takes the limit of the headers from that of requests unless it is given.
    // A statement of SQL stands in the address of its result.
    serverOptions: {
      requestTimeout: 0,
      headersTimeout: HEADERS_TIMEOUT,
      maxHeaderSize: MOST_HEADER_BYTES,
    },
  });
  server.setTimeout(IDLE_TIMEOUT);
  server.maxConnections = MOST_CONNECTIONS;
  server.listen(port, options.host);
  await once(server, 'listening');
  const { port: given } = server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    url: `http://${host}:${given}${entrance(options)}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}

function entrance({ token, code }: AppOptions): string {
  if (token === undefined) return '/';
  return code === undefined ? `/?token=${token}` : `${ENTRANCE}${code}`;
}
