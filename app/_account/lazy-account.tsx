import dynamic from "next/dynamic";
import type { HeadAccount } from "@/app/_access/head-account";

// Without accounts nobody pays for it.
const AccountIsland = dynamic(() => import("./account-island").then((file) => file.AccountIsland));

/** The reader's account in the head of a dashboard; `null` while there are none. */
export function LazyAccount({ account }: { account: HeadAccount | null }) {
  return account && <AccountIsland {...account} />;
}
