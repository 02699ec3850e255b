/** Loaded before a program: every attempt to reach another machine is written to REFUSED_NETWORK and fails. */
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';

const refuse = (what) =>
  function refused(...args) {
    appendFileSync(process.env.REFUSED_NETWORK, `${what} ${JSON.stringify(args[0] ?? null)}\n`);
    throw new Error(`no network: ${what}`);
  };

net.Socket.prototype.connect = refuse('connect');
dgram.Socket.prototype.send = refuse('send');
dgram.Socket.prototype.connect = refuse('connect');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  dns[name] = refuse(name);
  dns.promises[name] = refuse(name);
}
