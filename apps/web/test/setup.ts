/** The preset fills what jsdom lacks; this is what only a whole page asks for. */
window.scrollTo = () => undefined;

/** The router describes every navigation as a request, and reads no more of it than this. */
class NavigationRequest {
  readonly url: string;
  readonly method: string;
  readonly signal: AbortSignal | null;

  constructor(url: string | URL, init: RequestInit = {}) {
    this.url = String(url);
    this.method = init.method ?? 'GET';
    this.signal = init.signal ?? null;
  }
}
globalThis.Request ??= NavigationRequest as unknown as typeof Request;

/** A growing text area measures itself again when a font has come. */
Object.defineProperty(document, 'fonts', { value: new EventTarget() });
Element.prototype.scrollIntoView ??= () => undefined;
