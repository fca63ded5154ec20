import { build } from './build.mjs';
import { install } from './install.mjs';
import { requireWritable, root } from './workspace.mjs';

/** Packages and a build as the sources are now. A container image (PLEXUS_PREBUILT=1) brought both and cannot change them. */
export async function prepare() {
  if (process.env.PLEXUS_PREBUILT === '1') return;
  requireWritable(root);
  await install();
  await build();
}
