/**
 * Nothing may be loaded but from this origin, and no script runs that this answer did not name by its nonce.
 * Style attributes stay allowed, since positions on map and timeline are set by them; style elements do not.
 */
export function toContentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  const directives = {
    "default-src": "'none'",
    // React's development build rebuilds stack traces with eval.
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src": `'self'${isDevelopment ? " 'unsafe-inline'" : ""}`,
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "connect-src": "'self'",
    "font-src": "'self'",
    "worker-src": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "object-src": "'none'",
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");
}
