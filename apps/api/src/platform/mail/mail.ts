import { Inject, Injectable } from '@nestjs/common';
import nodemailer, { type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../config/config.ts';
import { Log } from '../log/log.ts';

export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * Where messages go: to the mail server that PLEXUS_SMTP_URL names. The demo has none and prints them to the terminal of the person who started
 * it. Nowhere else is one printed, because a link in a log opens an account.
 */
@Injectable()
export class Mail {
  private readonly transport: Transporter | null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly log: Log,
  ) {
    this.transport = config.smtpUrl === null ? null : nodemailer.createTransport(config.smtpUrl);
  }

  /** Does not wait: how long a mail server takes must not tell anybody whether there is such an account. */
  send(message: Message): void {
    if (this.transport) {
      this.transport
        .sendMail({ from: this.config.mailFrom, ...message })
        .catch((error: unknown) => this.log.trouble('A message could not be sent.', error));
    } else if (this.config.demo) {
      process.stdout.write(`\n  Mail to ${message.to}: ${message.subject}\n  ${message.text}\n\n`);
    } else {
      this.log.trouble('A message was not sent: set PLEXUS_SMTP_URL.');
    }
  }
}
