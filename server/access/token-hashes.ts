import type { prismaAdapter } from "better-auth/adapters/prisma";
import { toTokenHash } from "./link-token";

type Store = ReturnType<typeof prismaAdapter>;

/**
 * The store of the library, where a session is found by the hash of its token: whoever reads the database, or a copy of
 * it, holds nothing that opens one. The library writes no session; `openSession` keeps the hash alone.
 */
export function byTokenHash(store: Store): Store {
  return (options) => {
    const adapter = store(options);
    const findOne: typeof adapter.findOne = (asked) => {
      if (asked.model !== "session") return adapter.findOne(asked);
      const where = asked.where.map((one) =>
        one.field === "token" && typeof one.value === "string"
          ? { ...one, value: toTokenHash(one.value) }
          : one,
      );
      return adapter.findOne({ ...asked, where });
    };
    return { ...adapter, findOne };
  };
}
