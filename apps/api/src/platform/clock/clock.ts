import { Injectable } from '@nestjs/common';

/** The only place that reads the time. Cut to milliseconds, as they are stored and hashed. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

/** For the demo clinic and for tests: stands until it is moved. */
export class MovedClock extends Clock {
  private instant: Date;

  constructor(start: Date) {
    super();
    this.instant = start;
  }

  override now(): Date {
    return this.instant;
  }

  moveTo(instant: Date): void {
    this.instant = instant;
  }
}
