import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';

const QUARTER_HOUR = 15 * 60;

/** Attempts within a quarter of an hour, counted for all processes together. */
const LIMITS = {
  /** On one account from one address: a person who forgot the password. */
  pair: 8,
  /** On one account from anywhere. Higher, so that a stranger cannot keep the owner out from elsewhere with a few tries. */
  account: 30,
  /** That failed, from one address on any account: a clinic behind one router has one address. */
  address: 120,
} as const;

/** How often somebody may try a password, a link or a reset. */
@Injectable()
export class Attempts {
  private readonly limiters: Record<keyof typeof LIMITS, RateLimiterPostgres>;

  constructor(dataSource: DataSource) {
    const pool = (dataSource.driver as unknown as { master: unknown }).master;
    const limiter = (kind: keyof typeof LIMITS) =>
      new RateLimiterPostgres({
        storeClient: pool,
        schemaName: 'queue',
        tableName: 'rate_limit',
        tableCreated: true,
        keyPrefix: kind,
        points: LIMITS[kind],
        duration: QUARTER_HOUR,
        clearExpiredByTimeout: false,
      });
    this.limiters = { pair: limiter('pair'), account: limiter('account'), address: limiter('address') };
  }

  /** Counts one attempt. Answers the seconds to wait when there were too many, else null. */
  async count(account: string, address: string): Promise<number | null> {
    const keys = this.keys(account, address);
    // What is refused here does not count against the account: else one address could lock it for everybody.
    const here = Math.max(await this.consume('pair', keys.pair), await this.consume('address', keys.address));
    const wait = here > 0 ? here : await this.consume('account', keys.account);
    return wait > 0 ? wait : null;
  }

  /** After a success: the slips on this account no longer count, and of the address this try does not: colleagues who all sign in at eight keep nobody out. */
  async forget(account: string, address: string): Promise<void> {
    const keys = this.keys(account, address);
    await Promise.all([this.limiters.pair.delete(keys.pair), this.limiters.account.delete(keys.account), this.limiters.address.reward(keys.address)]);
  }

  private async consume(kind: keyof typeof LIMITS, key: string): Promise<number> {
    try {
      await this.limiters[kind].consume(key);
      return 0;
    } catch (refused) {
      if (refused instanceof Error) throw refused;
      return Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000);
    }
  }

  // Neither an e-mail address nor a network address stands in the table.
  private keys(account: string, address: string): Record<keyof typeof LIMITS, string> {
    const hide = (text: string) => createHash('sha256').update(text).digest('base64url');
    return { pair: hide(`${account} ${address}`), account: hide(account), address: hide(address) };
  }
}
