import { command } from './command.mjs';

command('backup');
