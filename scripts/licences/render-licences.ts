import { isAllowed } from './is-allowed.js';
import { DATA_FROM, type ProductionPackage } from './production-packages.js';

/** Licences of packages that declare none, read in the file named: name → licence and file. */
const READ_BY_HAND: Readonly<Record<string, { licence: string; file: string }>> = {
  sylvester: { licence: 'MIT', file: 'LICENSE.txt' },
};

/** Those whose licence is unknown or asks for more than its text to be kept; none may be shipped. */
export const refusedPackages = (packages: readonly ProductionPackage[]): ProductionPackage[] =>
  packages.filter((each) => !isAllowed(licenceOf(each)));

/** docs/licences.md. */
export function renderLicences(packages: readonly ProductionPackage[]): string {
  const counts = new Map<string, number>();
  for (const each of packages) counts.set(licenceOf(each), (counts.get(licenceOf(each)) ?? 0) + 1);
  const byCount = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return [
    '# 依赖的许可',
    '',
    '由 `npm run licences` 根据 `package-lock.json` 生成，不要手改。列的是安装明账时一并装上的包（`npm ci --omit=dev`），开发用的不在其中，',
    '除非它的数据在明账里。有几个库（`scripts/bundle.mjs`）的代码也打在 `dist` 里，许可文字在它们各自的包里，一并装上。',
    '`npm run check:static` 核对本页没有过时，并且没有不允许的许可：只许 MIT、ISC、BSD、Apache-2.0 等只要求保留许可文字的许可。',
    '',
    `共 ${packages.length} 个：${byCount.map(([licence, count]) => `${licence} ${count}`).join('，')}。`,
    '',
    '| 包 | 版本 | 许可 | |',
    '|---|---|---|---|',
    ...packages.map((each) => `| ${each.name} | ${each.version} | ${licenceOf(each)} | ${remark(each)} |`),
    '',
  ].join('\n');
}

const licenceOf = ({ name, licence }: ProductionPackage): string =>
  licence ?? READ_BY_HAND[name]?.licence ?? '未声明';

const remark = ({ name, licence, optional }: ProductionPackage): string =>
  [
    ...(licence === null && READ_BY_HAND[name] ? [`见包内 ${READ_BY_HAND[name].file}`] : []),
    ...(optional ? ['按系统选装'] : []),
    ...(name in DATA_FROM ? [`数据在 ${DATA_FROM[name]}`] : []),
  ].join('；');
