/** @type {import("next").NextConfig} */
export default {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // A dossier is read from PostgreSQL by every request; nothing may be rendered at build time by accident.
  outputFileTracingRoot: import.meta.dirname,
};
