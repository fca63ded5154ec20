// Starts a program that starts another, and waits for them; told to stop with SIGTERM, or killed.
import { runTied } from '../../commands/tied-process.mjs';

const grandchild = `console.log('grandchild ' + process.pid); setInterval(() => {}, 1000); process.on('SIGINT', () => {})`;
const child = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}], { stdio: 'inherit' }); console.log('child ' + process.pid); setInterval(() => {}, 1000)`;
const stubborn = `process.on('SIGTERM', () => console.log('no')); console.log('child ' + process.pid); console.log('grandchild ' + process.pid); setInterval(() => {}, 1000)`;
await runTied([process.execPath, '-e', process.argv[2] === 'stubborn' ? stubborn : child], { cwd: '/', env: process.env });
