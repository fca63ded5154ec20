import { Controller, Get, Header, HttpStatus, Res } from '@nestjs/common';
import type { Response } from 'express';
import { type WhyNot, Readiness } from './readiness.ts';

/** For whoever keeps the process running: alive says not to restart it, ready to send it requests. */
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** That it is answered at all says that the event loop turns. */
  @Get('live')
  @Header('cache-control', 'no-store')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  @Header('cache-control', 'no-store')
  async ready(@Res({ passthrough: true }) res: Response): Promise<{ status: 'ready' } | { status: 'not ready'; why: WhyNot }> {
    const why = await this.readiness.whyNot();
    if (why === null) return { status: 'ready' };
    res.status(HttpStatus.SERVICE_UNAVAILABLE);
    return { status: 'not ready', why };
  }
}
