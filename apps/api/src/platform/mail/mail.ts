import { Inject, Injectable } from '@nestjs/common';
import nodemailer, { type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../config/config.ts';
import { Afterwards } from '../jobs/afterwards.ts';
import { Log } from '../log/log.ts';
import { say } from '../log/outputs.ts';

export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Where messages go. */
export abstract class Mail {
  /** Does not wait: how long a mail server takes must not tell anybody whether there is such an account. */
  abstract send(message: Message): void;
}

/**
 * To the mail server that PLEXUS_SMTP_URL names. The demo has none and prints them to the terminal of the person who started
 * it. Nowhere else is one printed, because a link in a log opens an account.
 */
@Injectable()
export class Post extends Mail {
  private readonly transport: Transporter | null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly log: Log,
    private readonly afterwards: Afterwards,
  ) {
    super();
    this.transport = config.smtpUrl === null ? null : nodemailer.createTransport(config.smtpUrl);
  }

  override send(message: Message): void {
    if (this.transport) {
      const sent = this.transport.sendMail({ from: this.config.mailFrom, ...message });
      this.afterwards.do(sent.then(() => undefined, (error: unknown) => this.log.trouble('A message could not be sent.', error)));
    } else if (this.config.demo) {
      say(`\n  Mail to ${message.to}: ${message.subject}\n  ${message.text}\n`);
    } else {
      this.log.trouble('A message was not sent: set PLEXUS_SMTP_URL.');
    }
  }
}
