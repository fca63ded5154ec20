import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';

/** What goes on after its answer was sent, such as a mail, or with no answer at all. The end of the server waits for it. */
@Injectable()
export class Afterwards implements BeforeApplicationShutdown {
  private readonly going = new Set<Promise<void>>();

  get count(): number {
    return this.going.size;
  }

  /** @param work tells its failure itself */
  do(work: Promise<void>): void {
    this.going.add(work);
    void work.finally(() => this.going.delete(work));
  }

  async beforeApplicationShutdown(): Promise<void> {
    while (this.going.size > 0) await Promise.all(this.going);
  }
}
