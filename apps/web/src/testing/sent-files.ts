/** What a page sent as a file, for a spec to answer. jsdom's own request would look for a server. */
export class SentFile {
  static all: SentFile[] = [];

  /** In place of the browser's, until the spec is over. */
  static install(): void {
    SentFile.all = [];
    globalThis.XMLHttpRequest = SentFile as unknown as typeof XMLHttpRequest;
  }

  readonly headers: Record<string, string> = {};
  readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  address = '';
  file: File | null = null;
  status = 0;
  responseText = '';
  onload?: () => void;
  onerror?: () => void;

  open(method: string, address: string): void {
    this.address = `${method} ${address}`;
  }

  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }

  send(file: File): void {
    this.file = file;
    SentFile.all.push(this);
  }

  get command(): Record<string, unknown> {
    return JSON.parse(decodeURIComponent(this.headers['x-plexus-command']!)) as Record<string, unknown>;
  }

  answer(status: number, body: object): void {
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.onload?.();
  }
}
