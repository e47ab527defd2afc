import { networkInterfaces } from "node:os";
import ipaddr from "ipaddr.js";

/** Whether an address is one of the open internet: no private, local, shared or reserved one, and none of this machine. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // An IPv4 address that is written as IPv6 counts as what it is.
  const parsed = ipaddr.process(address);
  // Of IPv6 only 2000::/3 is given out; what lies beside it without a name is old ways to write IPv4, as ::7f00:1.
  const isGivenOut = parsed.kind() === "ipv4" || parsed.match(GIVEN_OUT, 3);
  return parsed.range() === "unicast" && isGivenOut && !isOwn(parsed);
}

const GIVEN_OUT = ipaddr.IPv6.parse("2000::");

function isOwn(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return own.some(
    (one) => ipaddr.isValid(one.address) && ipaddr.process(one.address).toString() === address.toString(),
  );
}
