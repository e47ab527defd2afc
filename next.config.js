// What does not change from answer to answer; the policy with its nonce is set in proxy.ts.
const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  // Where a reader came from is nobody's business but this server's.
  { key: "Referrer-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value:
      "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), " +
      "geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), " +
      "picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()",
  },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

/** @type {import("next").NextConfig} */
export default {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // A page itself can say 403 (app/forbidden.tsx).
  experimental: { authInterrupts: true },
  // `npm test` checks the types of everything; a build for a reader need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Everybody gets the head whole: programs that show previews of links wait for no stream, and run no script.
  htmlLimitedBots: /.*/,
  headers: async () => [
    { source: "/:path*", headers: SECURITY_HEADERS },
    // Next takes this header from every answer that names it itself. What is sent here to those who read Brotli is
    // always in it, problems too.
    {
      source: "/api/v1/dossiers/:slug/crowd",
      has: [{ type: "header", key: "accept-encoding", value: "(.*\\bbr\\b.*)" }],
      headers: [{ key: "content-encoding", value: "br" }],
    },
  ],
  // A dossier is read from PostgreSQL by every request; nothing may be rendered at build time by accident.
  outputFileTracingRoot: import.meta.dirname,
};
