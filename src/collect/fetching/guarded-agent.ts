import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { UserError } from '../../model/facts/user-error.js';

/** An address leads to this machine or into a network of its own. */
export class PrivateNetworkError extends UserError {
  override name = 'PrivateNetworkError';

  constructor(readonly host: string) {
    super(`${host} 指向本机或内网，没有访问`);
  }
}

export interface AgentOptions {
  /** Whether an IP address is not to be connected to. */
  isClosed: (address: string) => boolean;
  /** Milliseconds. */
  connectTimeout: number;
  headersTimeout: number;
  /** Without a byte. */
  idleTimeout: number;
  /** Of the system where not given. */
  resolve?: typeof lookup;
}

/**
 * Connections that lead into no private network: what a name stands for is looked at when it is resolved for the very connection
 * (a second look-up could answer otherwise), and so is an address given in numbers, which nobody resolves. Environment variables
 * that name a proxy are not heeded.
 */
export function guardedAgent({
  isClosed,
  connectTimeout,
  headersTimeout,
  idleTimeout,
  resolve = lookup,
}: AgentOptions): Agent {
  const guardedLookup: LookupFunction = (host, options, callback) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      const open = found.filter(({ address }) => !isClosed(address));
      const [first] = open;
      if (!first) return callback(new PrivateNetworkError(host), []);
      if (options.all) callback(null, open);
      else callback(null, first.address, first.family);
    });
  };
  const connect = buildConnector({ timeout: connectTimeout, lookup: guardedLookup });
  return new Agent({
    connections: 1,
    pipelining: 1,
    headersTimeout,
    bodyTimeout: idleTimeout,
    connect: (options, callback) => {
      const host = options.hostname.replace(/^\[|\]$/g, '');
      if (isIP(host) > 0 && isClosed(host)) {
        callback(new PrivateNetworkError(host), null);
      } else connect(options, callback);
    },
  });
}
