import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id (2 in the library's numbering); memory in KiB, passes, lanes: above OWASP's floor (19 MiB, 2 passes), about 60 ms here. */
const COST = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
/** So many hashes at once at most: each takes 64 MiB, and a burst of sign-ins must not stop everything else. */
const AT_ONCE = 2;

/** Password hashes, made and checked. */
@Injectable()
export class Passwords {
  private readonly waiting: (() => void)[] = [];
  private running = 0;
  private readonly nobodys = hash(randomBytes(16), COST);

  make(password: string): Promise<string> {
    return this.inTurn(() => hash(password.normalize('NFKC'), COST));
  }

  /** Takes the same time whether there is a hash or not. */
  async check(stored: string | null, password: string): Promise<boolean> {
    const hashed = stored ?? (await this.nobodys);
    const matches = await this.inTurn(() => verify(hashed, password.isWellFormed() ? password.normalize('NFKC') : ''));
    return stored !== null && matches;
  }

  /** Whether the hash was made with today's cost. */
  isCurrent(stored: string): boolean {
    return stored.includes(`$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`);
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }
}
