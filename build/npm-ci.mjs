// Runs `npm ci` once, even when several builds of this checkout start at the same time, then writes the stamp given as argument.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const npmIsMissing = 3;
const stamp = resolve(process.argv[2]);
const root = dirname(dirname(stamp));
// outside node_modules, which `npm ci` empties
const lock = resolve(root, 'obj', 'npm-ci.lock');

mkdirSync(dirname(lock), { recursive: true });
while (!take(lock)) {
  await setTimeout(200);
}

let code;
try {
  code = isUpToDate() ? 0 : install();
} finally {
  rmSync(lock, { force: true });
}
process.exit(code);

/** The lock is a file with the number of its owner; one left by a build that was killed is taken over. */
function take(file) {
  try {
    const handle = openSync(file, 'wx');
    writeFileSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw error;
    }
  }

  try {
    const owner = Number(readFileSync(file, 'utf8'));
    // empty: its owner is about to write its number, unless it was killed just there
    if (owner ? !isAlive(owner) : Date.now() - statSync(file).mtimeMs > 10_000) {
      rmSync(file, { force: true });
    }
  } catch (error) {
    if (error.code !== 'ENOENT') {
      throw error;
    }
  }

  return false;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Another build may have done it while this one waited for the lock. */
function isUpToDate() {
  try {
    const done = statSync(stamp).mtimeMs;
    return ['package.json', 'package-lock.json'].every((file) => statSync(resolve(root, file)).mtimeMs < done);
  } catch (error) {
    if (error.code === 'ENOENT') {
      return false;
    }
    throw error;
  }
}

function install() {
  // a shell, because npm is a .cmd file on Windows; the words are constants
  const npm = (words) => spawnSync(`npm ${words}`, { cwd: root, shell: true, stdio: words === '--version' ? 'ignore' : 'inherit' });
  if (npm('--version').status !== 0) {
    return npmIsMissing;
  }

  const status = npm('ci --no-audit --no-fund --loglevel=error').status ?? 1;
  if (status === 0) {
    writeFileSync(stamp, '');
  }
  return status === npmIsMissing ? 1 : status;
}
