/** There is no container engine here: what the files in docker/ name is checked, and the steps of the Dockerfile are done by hand. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { startDatabase } from '../database.mjs';
import { projects } from '../commands/projects.mjs';
import { aPort } from './support/clone.mjs';
import { stages, runStage } from './support/dockerfile.mjs';
import { folder, removeFolders } from './support/folders.mjs';
import { killAll, start } from './support/processes.mjs';
import { repository, until } from './support/run.mjs';

const read = (/** @type {string} */ file) => readFileSync(join(repository, 'docker', file), 'utf8');
const dockerfile = stages(read('Dockerfile'));
const steps = dockerfile.flatMap((stage) => stage.steps);
const last = dockerfile[dockerfile.length - 1];
const scripts = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')).scripts;

afterEach(killAll);
afterAll(removeFolders);

describe('the Dockerfile', () => {
  it('copies only what exists', () => {
    const sources = steps.filter(({ name, from }) => name === 'COPY' && !from).flatMap(({ words }) => words.slice(0, -1));
    expect(sources.length).toBeGreaterThan(5);
    for (const source of sources) expect([source, existsSync(join(repository, source))]).toEqual([source, true]);
  });

  it('copies from stages that exist, and from folders that are made there', () => {
    const names = dockerfile.map((stage) => stage.name);
    for (const { from } of steps.filter((step) => step.from)) expect(names).toContain(from);
  });

  it('names every project, so that npm ci finds the workspaces of the lock file', () => {
    const copied = steps.flatMap(({ words }) => words);
    const manifests = projects().map(({ folder: path }) => `${path.slice(repository.length).replace(/^\//, '')}/package.json`);
    for (const manifest of manifests) expect(copied).toContain(manifest);
  });

  it('takes the build of every library the server runs on', () => {
    const built = projects().filter(({ name, targets }) => targets.includes('build') && name !== '@plexus/ui').map(({ folder: path }) => `${path.slice(repository.length).replace(/^\//, '')}/dist`);
    const copied = last.steps.flatMap(({ words }) => words);
    for (const dist of built) expect(copied).toContain(dist);
  });

  it('calls only npm, and only scripts there are', () => {
    const commands = [...steps.filter(({ name }) => name === 'RUN').map(({ text }) => text), ...last.steps.filter(({ name }) => name === 'CMD').map(({ text }) => JSON.parse(text).join(' '))];
    expect(commands.length).toBeGreaterThan(2);
    for (const command of commands) {
      const [npm, verb, script] = command.split(' ');
      expect(npm).toBe('npm');
      if (verb === 'ci') continue;
      expect(Object.keys(scripts)).toContain(verb === 'run' ? script : verb);
    }
  });

  it('runs without rights and says whether it is ready', () => {
    expect(last.steps.find(({ name }) => name === 'USER')?.text).toBe('node');
    const health = last.steps.find(({ name }) => name === 'HEALTHCHECK')?.text ?? '';
    expect(health).toContain('/health/ready');
  });

  it('starts from one base image that is new enough', () => {
    const bases = new Set(dockerfile.map((stage) => stage.base).filter((base) => !dockerfile.some((stage) => stage.name === base)));
    expect([...bases]).toEqual([expect.stringMatching(/^node:(2[02468]|3\d)-/)]);
  });

  it('keeps what is of this machine out of the image', () => {
    const ignored = read('Dockerfile.dockerignore').split('\n');
    for (const line of ['**', '**/node_modules', '**/dist']) expect(ignored).toContain(line);
    for (const name of ['.data', '.nx', '.git']) expect(ignored).not.toContain(`!${name}`);
    const let_in = ignored.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    const sources = steps.filter(({ name, from }) => name === 'COPY' && !from).flatMap(({ words }) => words.slice(0, -1));
    for (const source of sources) expect(let_in.some((open) => source === open || source.startsWith(`${open}/`) || open.startsWith(`${source}/`))).toBe(true);
  });
});

describe('compose.yml and what it mounts', () => {
  const compose = read('compose.yml');

  it('names only files that exist', () => {
    const mounts = [...compose.matchAll(/^\s+- (\.\/[^:]+):/gm)].map(([, file]) => file);
    expect(mounts.length).toBe(2);
    for (const file of mounts) expect([file, existsSync(join(repository, 'docker', file))]).toEqual([file, true]);
    expect(statSync(join(repository, 'docker/postgres-roles.sh')).mode & 0o111).not.toBe(0);
    const [, dockerfilePath] = /dockerfile: (\S+)/.exec(compose) ?? [];
    expect(existsSync(join(repository, dockerfilePath))).toBe(true);
  });

  it('has two servers, and the proxy knows both', () => {
    const servers = [...compose.matchAll(/^ {2}(server-\d+): \*server$/gm)].map(([, name]) => name);
    expect(servers).toHaveLength(2);
    const told = [...compose.matchAll(/^\s+(PLEXUS_SERVER_\d): (\S+):3000$/gm)].map(([, name, server]) => [name, server]);
    expect(told).toEqual(servers.map((server, n) => [`PLEXUS_SERVER_${n + 1}`, server]));
    const asked = [...read('haproxy.cfg').matchAll(/^\s+server \S+ "\$\{(\w+)\}"/gm)].map(([, name]) => name);
    expect(asked).toEqual(told.map(([name]) => name));
    expect(compose).toMatch(/image: postgres:18/);
  });

  it('has no password in it', () => {
    for (const line of compose.split('\n').filter((text) => /(PASSWORD|RECORD_KEY): /.test(text))) expect(line).toMatch(/: \$\{[A-Z_]+(:\?[^}]+)?\}$/);
  });
});

it('has everything in place after the file steps, in an empty folder', async () => {
  const image = await runStage(dockerfile, last, { from: repository, into: () => folder(), run: async () => {}, skipMissing: true });
  for (const file of ['package.json', 'package-lock.json', 'libs/tooling/start.mjs', 'libs/contract/schema.graphql', 'apps/api/package.json']) {
    expect([file, existsSync(join(image.folder, file))]).toEqual([file, true]);
  }
  expect(existsSync(join(image.folder, 'libs/tooling/node_modules'))).toBe(false);
});

(process.env.PLEXUS_LONG ? it : it.skip)(
  'makes an image that serves, when its steps are done for real',
  async () => {
    const image = await runStage(dockerfile, last, {
      from: repository,
      into: () => folder(),
      async run(command, cwd) {
        const program = start(['/bin/sh', '-c', command], { cwd, env: cleanEnvironment() });
        if ((await program.ended) !== 0) throw new Error(`${command}:\n${program.lines.join('\n')}`);
      },
    });
    const database = await startDatabase();
    const port = await aPort();
    const server = start(['npm', 'start'], {
      cwd: image.folder,
      env: { ...cleanEnvironment(), ...image.env, HOST: '127.0.0.1', PORT: String(port), DATABASE_URL: database.appUrl, DATABASE_ADMIN_URL: database.adminUrl, PLEXUS_RECORD_KEY: database.recordKey },
    });
    await server.said(/^Plexus is ready/);
    await until('ready', async () => (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok);
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toContain('<!doctype html>');
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    await database.stop();
  },
  900_000,
);

function cleanEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|NX_|NODE_OPTIONS|NODE_ENV|JEST_|PLEXUS_)/i.test(name)));
}
