/**
 * Holds the directions of imports (.dependency-cruiser.cjs). With a TypeScript it does not support, dependency-cruiser sees
 * no module and passes, so the number of modules and of dependencies it saw is checked as well.
 */
import { execFileSync } from 'node:child_process';

interface CruiseResult {
  modules: { source: string }[];
  summary: {
    totalCruised: number;
    totalDependenciesCruised: number;
    violations: { from: string; to: string; rule: { name: string } }[];
  };
}

const output = execFileSync(
  'depcruise',
  ['src', 'extractors', 'normalizers', '--output-type', 'json', '--no-progress'],
  { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
);
const { modules, summary } = JSON.parse(output) as CruiseResult;
const own = modules.filter(({ source }) => /^(src|extractors|normalizers)\//.test(source));

for (const { from, to, rule } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
console.log(
  `依赖方向：${own.length} 个模块，${summary.totalDependenciesCruised} 条依赖，${summary.violations.length} 处违规`,
);
if (own.length < 10 || summary.totalDependenciesCruised === 0) {
  console.error('dependency-cruiser 几乎没有看到模块，检查没有意义（TypeScript 版本不受支持？）');
  process.exitCode = 1;
}
if (summary.violations.length > 0) process.exitCode = 1;
