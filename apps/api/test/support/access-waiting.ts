/** Asks until it is so; for what the server does after it has answered. */
export async function eventually(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const until = Date.now() + 50_000;
  while (!(await isSo())) {
    if (Date.now() > until) throw new Error(`It never came to be: ${what}.`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
