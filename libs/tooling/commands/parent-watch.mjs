/**
 * npm runs us as its child. Killed with -9 it cannot pass that on; then our parent is another, and there is nobody left to answer to.
 */
const parent = process.ppid;
/** What we started ends with us: it is tied to this process (tied-process.mjs, database.mjs). @type {() => void} */
let leave = () => process.exit(1);

export function watchParent() {
  if (!process.env.npm_lifecycle_event) return; // started by hand, perhaps in the background of a shell that may leave
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    leave();
  }, 250);
  timer.unref();
}

/** A gentler way than leaving at once. @param {() => void} callback */
export function whenOrphaned(callback) {
  leave = callback;
}
