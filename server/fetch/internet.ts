import { lookup } from "node:dns/promises";
import { isPublicAddress } from "./address";

/** What a fetch may reach. Tests give one of their own. */
export type Internet = {
  /** The addresses of a host, as the resolver gives them. */
  readonly resolve: (host: string) => Promise<readonly string[]>;
  readonly isPublic: (address: string) => boolean;
  /** The ports beside those of the protocols themselves; none but in tests. */
  readonly ports: readonly number[];
};

export const INTERNET: Internet = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  isPublic: isPublicAddress,
  ports: [],
};
