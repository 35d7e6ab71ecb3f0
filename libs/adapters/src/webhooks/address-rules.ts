/** Which addresses a webhook may reach: the public internet, and nothing that is near us. */
import ipaddr from 'ipaddr.js';

/** Azure's metadata service answers at this public address inside its own network. */
const METADATA = new Set(['168.63.129.16']);

/** All that is global unicast in IPv6; `::7f00:1` and its like, which are neither reserved nor routed, are outside. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/** RFC 5214: the last 32 bits of such an interface are an IPv4 address, whatever the network. */
const isIsatap = ({ parts }: ipaddr.IPv6): boolean =>
  ((parts[4] ?? 0) & ~0x0200) === 0 && parts[5] === 0x5efe;

const isGlobal = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
  address instanceof ipaddr.IPv4 || (address.match(GLOBAL_IPV6) && !isIsatap(address));

/**
 * True for global unicast alone. Loopback, private, link-local (and so metadata services), carrier-grade NAT,
 * unique-local, multicast, reserved and translated ranges are not; an IPv4 address written inside an IPv6 one is
 * judged as what it leads to.
 *
 * @param address IPv4 or IPv6 in any notation
 */
export const isPublicAddress = (address: string): boolean => {
  if (!ipaddr.isValid(address)) return false;
  // Unmaps ::ffff:127.0.0.1.
  const plain = ipaddr.process(address);
  return plain.range() === 'unicast' && isGlobal(plain) && !METADATA.has(plain.toString());
};

/** The address that a URL's host is, without brackets; null for a name. `new URL` has made 0x7f.1 127.0.0.1. */
export const literalAddress = (hostname: string): string | null => {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) ? bare : null;
};

/** What can be decided without asking a name server. */
export const isSurelyPrivate = (hostname: string): boolean => {
  const literal = literalAddress(hostname);
  if (literal !== null) return !isPublicAddress(literal);
  return /(^|\.)localhost\.?$/i.test(hostname);
};
