import { command } from './command.mjs';

command('start');
