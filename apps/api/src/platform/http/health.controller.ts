import { Controller, Get, HttpCode, HttpException, HttpStatus } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** For whoever keeps the process running: alive says not to restart it, ready to send it requests. */
@Controller('health')
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  @Get('live')
  @HttpCode(HttpStatus.OK)
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  async ready(): Promise<{ status: 'ready' }> {
    const answered = await this.dataSource.query<{ standby: boolean }[]>('SELECT pg_is_in_recovery() AS standby').catch(() => null);
    if (!answered || answered[0]?.standby) throw new HttpException({ status: 'not ready' }, HttpStatus.SERVICE_UNAVAILABLE);
    return { status: 'ready' };
  }
}
