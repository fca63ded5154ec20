// First of all, and in words that any Node understands: newer syntax would greet an old Node with a riddle.
'use strict';
var version = process.versions.node.split('.').map(Number);
if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  console.error('Plexus needs Node 20.19 or newer (this is ' + process.versions.node + '): https://nodejs.org');
  process.exit(1);
}
