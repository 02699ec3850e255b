/**
 * Writes docs/licences.md: what is installed with mingzhang and under which licence. With `--check` it writes nothing and
 * fails where the page is out of date; in both cases where a licence is not allowed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type Lock, productionPackages } from './licences/production-packages.js';
import { refusedPackages, renderLicences } from './licences/render-licences.js';

const PAGE = new URL('../docs/licences.md', import.meta.url);
const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as Lock;
const packages = productionPackages(lock);
const refused = refusedPackages(packages);

for (const { name, version, licence } of refused)
  console.error(`不允许的许可：${name} ${version}：${licence ?? '未声明'}`);
if (!process.argv.includes('--check')) writeFileSync(PAGE, renderLicences(packages));
else if (readFileSync(PAGE, 'utf8') !== renderLicences(packages)) {
  console.error('docs/licences.md 已过时；请运行 npm run licences');
  process.exitCode = 1;
}
if (packages.length === 0) console.error('package-lock.json 里没有找到包');
if (refused.length > 0 || packages.length === 0) process.exitCode = 1;
console.log(`依赖的许可：${packages.length} 个包，${refused.length} 个不允许`);
