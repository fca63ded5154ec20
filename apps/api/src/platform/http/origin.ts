/**
 * Whether a request comes from a page that we serve. A request without an Origin comes from no page (a script, a health check) and carries no
 * cookie of a browser that did not mean it; a WebSocket from a browser always has one, so there it is required.
 */
export function isOwnOrigin(origin: string | undefined, host: string | undefined, allowed: readonly string[], required = false): boolean {
  if (origin === undefined) return !required;
  if (allowed.includes(origin)) return true;
  try {
    return host !== undefined && new URL(origin).host === host;
  } catch {
    return false;
  }
}
