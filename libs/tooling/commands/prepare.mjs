import { build } from './build.mjs';
import { install } from './install.mjs';
import { requireWritable, root } from './workspace.mjs';

/** A container image brought packages and a build, and cannot change them. */
const PREBUILT = process.env.PLEXUS_PREBUILT === '1';

/** Packages and a build as the sources are now. */
export async function prepare() {
  await preparePackages();
  if (!PREBUILT) await build();
}

/** Packages only, for what must work also when the sources do not build. */
export async function preparePackages() {
  if (PREBUILT) return;
  requireWritable(root);
  await install();
}
