/**
 * @typedef {import('./load.mjs').Measured} Measured
 * @typedef {{ what: string, bare: Measured | null, walled: Measured, ours: Measured, statements: number }} Row
 */

const rate = (/** @type {Measured | null} */ measured) => (measured ? `${Math.round(measured.perSecond).toLocaleString('en')}/s` : '–');
/** How many times slower ours is. @param {Measured | null} floor @param {Measured} ours */
const ratio = (floor, ours) => (floor ? (floor.perSecond / ours.perSecond).toFixed(2) : '–');

export const report = {
  /** @param {Row} row */
  line: ({ what, bare, walled, ours, statements }) => `${what}: bare ${rate(bare)}, walled ${rate(walled)}, ours ${rate(ours)} (${ratio(bare, ours)}× slower than bare, ${ratio(walled, ours)}× than walled; p50 ${ours.p50} ms, p99 ${ours.p99} ms; ${statements} statements)`,

  /**
   * @param {{ rows: Row[], alone: { what: string, p50: number, p99: number, statements: number }[], delivery: { subscribers: number, p50: number, p99: number }, signIn: Measured, size: string, patients: number, machine: string, date: string, commit: string }} given
   */
  whole: ({ rows, alone, delivery, signIn, size, patients, machine, date, commit }) => `# Bench

Written by \`npm run bench -- --size ${size}\` on ${date}, commit ${commit}. ${machine}; database, server, floors and load share it. Read the ratios, not the figures.

*Bare*: one hand-written statement for the whole answer over \`pg\` behind node:http, no walls. *Walled*: the same as the application's role after BEGIN and SET LOCAL
under row-level security; for the edit: a hand-written transaction that does the same. *Ours*: through HTTP, session check, policy, access log and GraphQL. Eight
connections, the middle of three rounds. *Statements*: everything that one request sends to PostgreSQL, the session's check, BEGIN and COMMIT among it. ${patients.toLocaleString('en')} patients.

| | bare | walled | ours | slower than bare | slower than walled | p50 | p99 | statements |
|---|---|---|---|---|---|---|---|---|
${rows.map(({ what, bare, walled, ours, statements }) => `| ${what} | ${rate(bare)} | ${rate(walled)} | ${rate(ours)} | ${ratio(bare, ours)} | ${ratio(walled, ours)} | ${ours.p50} ms | ${ours.p99} ms | ${statements} |`).join('\n')}

One reader alone, of a record of 25,000 changes of 60 goals and 400 activities in ten kinds of fields, nothing kept:

| | p50 | p99 | statements |
|---|---|---|---|
${alone.map(({ what, p50, p99, statements }) => `| ${what} | ${p50} ms | ${p99} ms | ${statements} |`).join('\n')}

Live delivery, from commit to the frame of ${delivery.subscribers} subscribers of one record: p50 ${delivery.p50.toFixed(0)} ms, p99 ${delivery.p99.toFixed(0)} ms.
Sign-in: ${signIn.perSecond.toFixed(0)} a second, p50 ${signIn.p50} ms; nearly all of it is the password's hash.
`,
};
