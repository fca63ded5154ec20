import type { Principal } from './request-context.ts';

/** Turns a session's token into who sent it. Bound by the access module; the platform knows no accounts. */
export abstract class Authenticator {
  /** @param interactive whether this request counts as the person's own activity and keeps the session from locking */
  abstract authenticate(token: string | null, interactive: boolean): Promise<Principal>;
}
