import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** Of script, compressed: on a slow line in a corridor the first page is there within a few seconds. */
const LIMIT_KB = 250;

/** Where everybody begins: with a session, and without. */
const FIRST_PAGES = ['first.page.tsx', 'sign-in.page.tsx'];

/** Ends the build when the script of a first page, with all that must be there before it runs, has grown over the limit. */
export function firstRouteLimit(): Plugin {
  return {
    name: 'plexus-first-route-limit',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
        const entry = chunks.find(({ isEntry }) => isEntry)!;
        for (const name of FIRST_PAGES) {
          const page = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${name}`));
          if (!page) this.error(`No script is made for ${name}: say in first-route.ts which page is the first now.`);
          const size = sizeOf([...withImports(bundle, entry, page)]);
          if (size > LIMIT_KB) this.error(`The script of ${name} has ${size} kB compressed, more than ${LIMIT_KB} kB: import what the first page does not need when it is needed.`);
          this.info(`The script of ${name}: ${size} kB compressed.`);
        }
      },
    },
  };
}

function withImports(bundle: Rolldown.OutputBundle, ...from: Rolldown.OutputChunk[]): Set<Rolldown.OutputChunk> {
  const found = new Set(from);
  // A set also walks through what is added on the way.
  for (const chunk of found) {
    for (const file of chunk.imports) {
      const imported = bundle[file];
      if (imported?.type === 'chunk') found.add(imported);
    }
  }
  return found;
}

/** In kB of 1,000 bytes; each file is compressed by itself, as it is sent. */
const sizeOf = (chunks: readonly Rolldown.OutputChunk[]): number => Math.ceil(chunks.reduce((sum, { code }) => sum + gzipSync(code).length, 0) / 1_000);
