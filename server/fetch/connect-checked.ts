import type { LookupFunction } from "node:net";
import { isIPv6 } from "node:net";
import { NOT_PUBLIC } from "./check-url";
import { FetchRefusal } from "./fetch-refusal";
import type { Internet } from "./internet";

/**
 * How a connection looks a host up: the very addresses that were found public are the ones connected to, so that a name
 * which answers otherwise the second time gains nothing. One address that is not public spoils the name.
 */
export function toCheckedLookup({ resolve, isPublic }: Internet): LookupFunction {
  return (host, options, callback) => {
    const fail = (reason: string) => callback(new FetchRefusal(reason), "", 0);
    resolve(host).then(
      (addresses) => {
        const [first] = addresses;
        if (first === undefined) return fail(`There is no host ${host}.`);
        if (!addresses.every(isPublic)) return fail(NOT_PUBLIC);
        const found = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
        if (options.all) callback(null, found);
        else callback(null, first, isIPv6(first) ? 6 : 4);
      },
      () => fail(`There is no host ${host}, or it cannot be looked up now.`),
    );
  };
}
