/**
 * Copies what tsc leaves out into the folder named, which mirrors the source tree: reference data, migrations, styles and scripts
 * of the site. Makes the command executable.
 */
import { chmodSync, cpSync, existsSync } from 'node:fs';
import { ASSETS } from './assets.mjs';

const root = new URL('..', import.meta.url);
const built = new URL(`${process.argv[2]}/`, root);

for (const asset of ASSETS) {
  const from = new URL(asset, root);
  if (existsSync(from)) cpSync(from, new URL(asset, built), { recursive: true });
}
const command = new URL('src/cli/main.js', built);
if (existsSync(command)) chmodSync(command, 0o755);
