import "@fontsource-variable/inter/index.css";
import "@fontsource-variable/source-serif-4/index.css";
import "@fontsource-variable/jetbrains-mono/index.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { loadEnv } from "@/server/env";
import { toRequestOrigin } from "@/server/http/request-origin";

export async function generateMetadata(): Promise<Metadata> {
  const title = "Dateline";
  const description = "What happened, where, when, and who says so.";
  return {
    // Programs that show previews of links take no relative addresses.
    metadataBase: new URL(loadEnv().origin ?? toRequestOrigin(await headers())),
    title: { default: title, template: "%s · Dateline" },
    description,
    openGraph: { title, description, siteName: title, type: "website" },
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

export default async function Layout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get("theme")?.value;
  const chosen = theme === "light" || theme === "dark" ? theme : undefined;
  return (
    <html lang="en" data-theme={chosen}>
      <body>{children}</body>
    </html>
  );
}
