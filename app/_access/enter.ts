import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { cache } from "react";
import { type Access, admit } from "@/server/access/admit";
import type { RouteName } from "@/server/access/table";

/**
 * Lets a reader into a page, or shows why not: nothing there, a way to sign in that leads back to `path`, or a page that
 * says they may not. Asked once for the head and the body of one answer.
 */
export const enter = cache(async (route: RouteName, slug: string | null, path: string): Promise<Access> => {
  const decision = await admit(route, "GET", slug, new Headers(await headers()));
  if (decision.isAdmitted) return decision.access;
  switch (decision.denial) {
    case "unknown":
      return notFound();
    case "unsigned":
      return redirect(`/sign-in?${new URLSearchParams({ to: path })}`);
    case "forbidden":
    case "elsewhere":
    case "bad-key":
    case "read-only-key":
      return forbidden();
  }
});
