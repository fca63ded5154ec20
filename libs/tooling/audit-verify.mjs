import { command } from './command.mjs';

command('audit-verify');
