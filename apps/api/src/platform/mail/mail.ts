import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.ts';

export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * Where messages go. The demo prints them to the terminal of the person who started it. Elsewhere nothing may be printed, because a link in a
 * log opens an account: there the message is dropped and the log says that no mail is set up, until the mail capability comes.
 */
@Injectable()
export class Mail {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  send(message: Message): void {
    if (!this.config.demo) {
      process.stderr.write('A message was not sent: no mail server is set up.\n');
      return;
    }
    process.stdout.write(`\n  Mail to ${message.to}: ${message.subject}\n  ${message.text}\n\n`);
  }
}
