import { BlockList, isIP } from 'node:net';

/**
 * Networks nobody publishes on: the special-purpose registries of IANA (RFC 6890 and those that keep it up to date), multicast
 * and what is not assigned. Addresses that carry an IPv4 address inside (mapped, translated, 6to4, Teredo) lead into IPv4, where
 * it would be looked at by nobody, and are closed as a whole; mapped ones are looked at as IPv4.
 */
const CLOSED_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/** Of IPv6 only 2000::/3 is handed out; these parts of it are not for everybody. */
const OPEN_V6 = '2000::/3';
const CLOSED_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const listOf = (networks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    list.addSubnet(address, Number(bits), family);
  }
  return list;
};

const closedV4 = listOf(CLOSED_V4, 'ipv4');
const closedV6 = listOf(CLOSED_V6, 'ipv6');
const openV6 = listOf([OPEN_V6], 'ipv6');

/** Whether an IP address leads to this machine, into a network of its own, or nowhere. A text that is no IP address does too. */
export function isPrivateAddress(address: string): boolean {
  const plain = address.replace(/%.*$/, '');
  switch (isIP(plain)) {
    case 4:
      return closedV4.check(plain, 'ipv4');
    case 6: {
      const inside = mappedV4(plain);
      if (inside !== null) return closedV4.check(inside, 'ipv4');
      return !openV6.check(plain, 'ipv6') || closedV6.check(plain, 'ipv6');
    }
    default:
      return true;
  }
}

/** The IPv4 address inside a mapped one (::ffff:0:0/96), however it is written; null in any other. */
function mappedV4(address: string): string | null {
  const canonical = new URL(`http://[${address}]`).hostname;
  const [, high = '', low = ''] = /^\[::ffff:([0-9a-f]+):([0-9a-f]+)\]$/.exec(canonical) ?? [];
  if (high === '') return null;
  const parts = [high, low].map((part) => Number.parseInt(part, 16));
  return parts.flatMap((part) => [part >>> 8, part & 0xff]).join('.');
}
