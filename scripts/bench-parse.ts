import { pathToFileURL } from 'node:url';
import { parseCalculation } from '../normalizers/parse/calculation/parse-calculation.js';
import { parseTarget } from '../normalizers/parse/target/parse-target.js';

const TARGETS = 20_000;
const CALCULATIONS = 5000;
const LONG = 10_000;
const SEED = 20240607;
const RUNS = 3;

/** Deterministic numbers in [0, 1) (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const OPERATORS = ['', '≥', '≤', '＝', '不低于', '控制在'];
const UNITS = ['%', '个', '万份', '人次', '万元', '元/人/月', '次/季度', '天', '平方米'];
const LABELS = ['', '', '宣传资料', '及时率', '每月开展督查'];
const WORDS = [
  '良好',
  '持续提升',
  '及时',
  '2024年12月底前',
  '2024年1月-2024年11月',
  '无',
  '是/否',
  '控制在预算内',
  '按要求开展工作',
];

/** Targets such as forms print: three in four hold a figure, one in eight a list. */
function sampleTargets(count: number, seed: number): string[] {
  const random = seeded(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const figure = (): string =>
    `${pick(LABELS)}${pick(OPERATORS)}${Math.floor(random() * 10_000) / 10}${pick(UNITS)}`;
  return Array.from({ length: count }, () => {
    const draw = random();
    if (draw < 0.25) return pick(WORDS);
    return draw < 0.375 ? `${figure()}；${figure()}、${figure()}` : figure();
  });
}

function sampleCalculations(count: number, seed: number): string[] {
  const random = seeded(seed);
  const whole = (most: number): number => 1 + Math.floor(random() * most);
  return Array.from({ length: count }, () => {
    const [people, price, copies] = [whole(50), whole(900), whole(9000)];
    return `补助${people}（人）*${price}（元/人/月）=${(people * price * 12) / 10_000}万元；印刷${copies}份×2元/份=${copies * 2}元，其他费用3万元`;
  });
}

/** Best of a few runs, in milliseconds. */
function best(work: () => void): number {
  const runs = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...runs);
}

const perSecond = (count: number, milliseconds: number): string =>
  Math.round((count / milliseconds) * 1000).toLocaleString('en-US');

/** Prints targets and calculations a second, beside one pass of a trivial pattern over the same strings. */
export function main(): void {
  const targets = sampleTargets(TARGETS, SEED);
  const calculations = sampleCalculations(CALCULATIONS, SEED);
  const parsed = best(() => {
    for (const text of targets)
      parseTarget({ text, name: '开展培训', level2: '数量指标', moneyUnit: '万元' });
  });
  let figures = 0;
  const reference = best(() => {
    for (const text of targets) if (/\d+(\.\d+)?/.test(text)) figures++;
  });
  const calculated = best(() => {
    for (const text of calculations) parseCalculation(text, { amountFen: 10_000_000, moneyUnit: '万元' });
  });
  const digits = '1'.repeat(LONG);
  const long = best(() => {
    parseTarget({ text: digits });
    parseCalculation(digits, { amountFen: null, moneyUnit: null });
  });
  console.log(`指标值    ${perSecond(TARGETS, parsed)} 条/秒（${TARGETS} 条，种子 ${SEED}）`);
  console.log(`测算依据  ${perSecond(CALCULATIONS, calculated)} 条/秒（${CALCULATIONS} 条）`);
  console.log(
    `对照：同样的指标值用一个正则 /\\d+(\\.\\d+)?/ 扫一遍 ${perSecond(TARGETS, reference)} 条/秒（${figures / RUNS} 条有数字）`,
  );
  console.log(`1 万个数字连写：${long.toFixed(1)} 毫秒`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main();
