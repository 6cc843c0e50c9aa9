// What Maven runs here. `build`: npm ci and npm run build, each only when its inputs changed.
// `check`: the linter and the unit tests (with --skip=true: nothing).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const stamps = join(home, 'target', 'stamps');

function npm(...args) {
  const { status } = spawnSync('npm', args, { cwd: home, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error(`npm ${args.join(' ')} failed`);
    process.exit(status ?? 1);
  }
}

function* files(path) {
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) yield* files(child);
    else yield child;
  }
}

function digest(inputs) {
  const hash = createHash('sha256').update(process.version);
  for (const input of inputs.map((name) => join(home, name)).filter(existsSync)) {
    for (const file of statSync(input).isDirectory() ? files(input) : [input]) {
      hash.update(relative(home, file)).update('\0').update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

function whenStale(step, inputs, output, work) {
  const stamp = join(stamps, step);
  const now = digest(inputs);
  if (existsSync(join(home, output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  rmSync(stamp, { force: true });
  work();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, now);
}

const lock = ['package.json', 'package-lock.json'];
const sources = [...lock, 'index.html', 'vite.config.ts', 'tsconfig.json', 'tsconfig.app.json', 'tsconfig.node.json', 'src', 'public'];
const [task, ...options] = process.argv.slice(2);

whenStale('install', lock, 'node_modules/.package-lock.json', () => npm('ci', '--no-audit', '--no-fund'));
if (task === 'build') {
  whenStale('build', sources, 'dist/index.html', () => npm('run', 'build'));
} else if (task === 'check' && !options.includes('--skip=true')) {
  npm('run', 'lint');
  npm('test');
}
