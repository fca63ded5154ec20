// Runs one of the commands behind the npm scripts. Nothing here may need node_modules: `npm start` on a fresh clone comes by first.
import './node-version.cjs';
import { watchParent } from './commands/parent-watch.mjs';

/** @param {string} name of a file in commands/ */
export function command(name) {
  watchParent();
  import('./commands/' + name + '.mjs')
    .then((module) => module.run(process.argv.slice(2)))
    .then((code) => process.exit(code))
    .catch((error) => {
      // A ClearError says all there is to say; for anything else the place it happened is worth knowing.
      console.error(error.name === 'ClearError' ? error.message : error);
      process.exit(1);
    });
}
