import { createServer } from 'node:net';
import { ClearError } from '../clear-error.mjs';
import { patiently } from '../patience.mjs';

/**
 * The port for the pages, free. A browser may take "localhost" for ::1, so a stranger there would be in the way too.
 *
 * @param {string} host
 */
export async function freeWebPort(host) {
  const wanted = process.env.PORT || '3000';
  const port = Number(wanted);
  if (!/^\d+$/.test(wanted) || port < 1 || port > 65535) throw new ClearError(`PORT must be a number from 1 to 65535 (it is "${wanted}").`);
  for (const address of new Set([host, '127.0.0.1', '::1'])) await patiently(() => requireFree(port, address));
  return port;
}

/** @param {number} port @param {string} address */
async function requireFree(port, address) {
  const problem = await tryToListen(port, address);
  if (problem === 'EADDRINUSE') throw new ClearError(`Port ${port} is in use by another program: stop it, or choose another port, such as: PORT=${port + 1} npm start`);
  if (problem === 'EACCES') throw new ClearError(`Port ${port} needs more rights than this account has: choose one above 1024, such as: PORT=3000 npm start`);
}

/** @param {number} port @param {string} host @returns {Promise<string>} the error's code; empty when it is free */
function tryToListen(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(/** @type {NodeJS.ErrnoException} */ (error).code ?? 'UNKNOWN'));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve('')));
  });
}
