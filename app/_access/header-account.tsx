import { AccountIsland } from "@/app/_account/account-island";
import type { Access } from "@/server/access/admit";
import { loadHeadAccount } from "./head-account";

/** The reader's account in the head of a page, with the settings of the page's dossier; `path` is the page's own. */
export async function HeaderAccount({ access, path, slug }: { access: Access; path: string; slug?: string }) {
  const shown = await loadHeadAccount(access, path, slug ?? null);
  return shown && <AccountIsland {...shown} />;
}
