/**
 * Copies what tsc leaves out into dist, which mirrors the source tree: reference data, migrations, styles and scripts of the
 * site. Makes the command executable.
 */
import { chmodSync, cpSync, existsSync } from 'node:fs';
import { ASSETS } from './assets.mjs';

const root = new URL('..', import.meta.url);

for (const asset of ASSETS) {
  const from = new URL(asset, root);
  if (existsSync(from)) cpSync(from, new URL(`dist/${asset}`, root), { recursive: true });
}
const command = new URL('dist/src/cli/main.js', root);
if (existsSync(command)) chmodSync(command, 0o755);
