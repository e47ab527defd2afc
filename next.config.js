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
  // `npm test` checks the types of everything; a build for a reader need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Title and description stand in the head for everybody: sent after the page, only scripts would put them there.
  htmlLimitedBots: /.*/,
  headers: async () => [{ source: "/:path*", headers: SECURITY_HEADERS }],
  // A dossier is read from PostgreSQL by every request; nothing may be rendered at build time by accident.
  outputFileTracingRoot: import.meta.dirname,
};
