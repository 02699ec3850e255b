import { execFileSync } from 'node:child_process';

/** What dependency-cruiser saw of the sources, types included, with what breaks .dependency-cruiser.cjs. */
export interface Cruise {
  modules: { source: string; dependencies: { resolved: string }[] }[];
  dependencies: number;
  violations: { from: string; to: string; rule: { name: string } }[];
}

/**
 * Imports among src, extractors and normalizers.
 * @throws Error where next to nothing was seen: with a TypeScript it does not support, dependency-cruiser sees no module and
 * passes
 */
export function cruise(): Cruise {
  const output = execFileSync(
    'depcruise',
    ['src', 'extractors', 'normalizers', '--output-type', 'json', '--no-progress'],
    { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  const { modules, summary } = JSON.parse(output) as {
    modules: Cruise['modules'];
    summary: { totalDependenciesCruised: number; violations: Cruise['violations'] };
  };
  const own = modules.filter(({ source }) => /^(src|extractors|normalizers)\//.test(source));
  if (own.length < 10 || summary.totalDependenciesCruised === 0) {
    throw new Error('dependency-cruiser 几乎没有看到模块，检查没有意义（TypeScript 版本不受支持？）');
  }
  return { modules: own, dependencies: summary.totalDependenciesCruised, violations: summary.violations };
}
