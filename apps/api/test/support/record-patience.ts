const STEP_MS = 20;

/** Asks again until there is an answer; a test never waits for a length of time, it waits for what it needs. */
export async function eventually<T>(what: string, ask: () => Promise<T | null | undefined | false>, withinMs = 50_000): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`Waited ${withinMs} ms in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}
