import { Injectable } from '@nestjs/common';
import { Metrics } from '../platform/metrics/metrics.ts';
import { AccessLog } from './access-log.ts';
import { KeptAnswers } from './kept/kept-answers.ts';

/** The figures of the access log and of what is kept. */
@Injectable()
export class AccessMetrics {
  constructor(metrics: Metrics, accessLog: AccessLog, kept: KeptAnswers) {
    metrics.gauge('plexus_access_log_waiting', 'Rows of the access log that are not written yet; answers wait for them.', () => accessLog.waiting);
    metrics.counter('plexus_kept_answers_asked_total', 'Questions for which an answer could have been kept.', () => kept.asked);
    metrics.gauge('plexus_kept_answers_bytes', 'Bytes of the answers that are kept.', () => kept.bytes);
  }
}
