// Starts a database, says so in one line of JSON, and holds it until it is told to stop (SIGTERM: properly) or is killed.
import { startDatabase } from '../../database.mjs';

const [dataDir, throwaway] = process.argv.slice(2);
try {
  const database = await startDatabase({ ...(dataDir && { dataDir }), ...(throwaway && { throwaway: true }) });
  const holding = setInterval(() => {}, 1000);
  // Before the line is said: whoever reads it may tell this to stop at once.
  process.once('SIGTERM', async () => {
    clearInterval(holding);
    await database.stop();
  });
  console.log(JSON.stringify({ ...database, urlFor: undefined, stop: undefined, exited: undefined }));
} catch (error) {
  console.error(error.name === 'ClearError' ? error.message : error);
  process.exitCode = 1;
}
