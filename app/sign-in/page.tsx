import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { connection } from "next/server";
import { enter } from "@/app/_access/enter";
import { SignInIsland } from "@/app/_account/forms";
import styles from "@/components/page/page.module.css";
import { PageHeader } from "@/components/page/page-header";
import { toOwnPath } from "@/core/text/own-path";
import { toOidcName } from "@/server/access/oidc-provider";

type Props = {
  readonly searchParams: Promise<{ to?: string | string[]; failed?: string | string[] }>;
};

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

export default async function SignInPage({ searchParams }: Props) {
  await connection();
  const { visitor } = await enter("/sign-in", null, "/sign-in");
  const { to, failed } = await searchParams;
  const provider = toOidcName();
  const path = toOwnPath(typeof to === "string" ? to : null);
  if (visitor.kind === "account") redirect(path);
  const hasAccounts = visitor.kind === "nobody" && visitor.hasAccounts;
  return (
    <>
      <PageHeader />
      <main className={`${styles.page} ${styles.narrow}`}>
        <h1>Sign in</h1>
        {hasAccounts ? (
          <>
            <p className={styles.lead}>Accounts are made by invitation. Reading needs none.</p>
            {failed !== undefined && provider !== null && (
              <p className={styles.notice} role="alert">
                Signing in with {provider} did not come about. Try again, or ask an administrator: the record
                of safety says why.
              </p>
            )}
            <SignInIsland to={path} />
            {provider !== null && (
              <p className={styles.after}>
                <a className={styles.back} href={`/api/v1/oidc/begin?${new URLSearchParams({ to: path })}`}>
                  Sign in with {provider}
                </a>
              </p>
            )}
          </>
        ) : (
          <p className={styles.lead}>
            There is no account yet. The start of the program prints a link by which the first is made.
          </p>
        )}
      </main>
    </>
  );
}
