import Big from 'big.js';
import { indicatorWords } from '../texts/indicator-words.js';
import { type TextFigure, textFigures } from '../texts/text-figures.js';
import { bareName } from './indicator-name.js';
import { type NamedTarget, thingOf } from './named-targets.js';

/** What a goal says of a target without printing its figure under its name. */
export interface GoalConflict {
  way: 'period' | 'whole' | 'none' | 'reports' | 'substance' | 'within';
  target: NamedTarget;
  /** The goal's words, as they are quoted. */
  words: string;
  /** Likely, not certain. */
  unsure: boolean;
}

const clausesOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .split(/[。；;,，!！?？]/);

/** All conflicts of a goal's text with the targets of its entry; `annual` ones are judged, those for the period excuse them. */
export function goalConflicts(text: string, targets: NamedTarget[]): GoalConflict[] {
  const annual = targets.filter(({ indicator }) => indicator.horizon === 'annual');
  if (annual.length === 0) return [];
  const clauses = clausesOf(text);
  const figures = textFigures(text);
  return [
    ...periods(figures, targets),
    ...wholes(clauses, annual),
    ...nones(clauses, annual),
    ...reports(text, annual),
    ...substances(text, figures, annual),
    ...within(figures, targets),
  ];
}

const counts = (figure: TextFigure, { unit }: NamedTarget): boolean =>
  unit === '' || figure.unit.startsWith(unit);

/** The figures the goal prints are the period's: 帮扶120家次 where the year's target is 40家次. */
function periods(figures: TextFigure[], targets: NamedTarget[]): GoalConflict[] {
  return targets.flatMap((target) => {
    const { indicator, name, value, unit } = target;
    if (indicator.horizon !== 'annual' || unit === '%') return [];
    const whole = targets.find((other) => other.name === name && other.indicator.horizon === 'period');
    if (!whole || whole.value.lte(value) || whole.unit !== unit) return [];
    const meant = figures.filter(
      (figure) => counts(figure, target) && shares(figure, target) >= LEAST_SHARED,
    );
    const found = meant.find((figure) => figure.value.eq(whole.value));
    if (!found || meant.some((figure) => figure.value.eq(value))) return [];
    return [{ way: 'period', target, words: wordsOf(found), unsure: false }];
  });
}

const LEAST_SHARED = 0.6;

/** Share of the target's signs that stand in the figure's clause. */
function shares({ before, after }: TextFigure, { key }: NamedTarget): number {
  const clause = `${before}${after}`;
  return key === '' ? 0 : [...key].filter((sign) => clause.includes(sign)).length / key.length;
}

const wordsOf = ({ before, printed, unit, after }: TextFigure): string =>
  `${before.slice(-12)}${printed.slice(0, printed.length - unit.length)}${after.slice(0, 8)}`;

const ALL = /(全部|所有|全都|一律|100%)/;
const DONE = /(通过|合格|达标|及时|准确|办结|覆盖|到位)率$/;

/** 数据全部通过审核 where 审核通过率 is 95%. */
function wholes(clauses: string[], targets: NamedTarget[]): GoalConflict[] {
  return targets.flatMap((target) => {
    const bare = bareName(target.name);
    const done = DONE.exec(bare)?.[1];
    const core = bare.replace(DONE, '');
    if (!done || target.unit !== '%' || target.value.gte(100) || core.length < 2) return [];
    if (/^<=?$/.test(target.operator ?? '')) return [];
    const words = clauses.find((clause) => {
      const all = clause.search(ALL);
      return all >= 0 && clause.indexOf(done, all) >= 0 && clause.includes(core);
    });
    return words ? [{ way: 'whole', target, words, unsure: true }] : [];
  });
}

const NONE = /不发生|不出现|杜绝|零发生/;
const COUNTED = /(发生)?(率|次数|起数|数量|数|件数)$/;

/** 杜绝网络安全事件 where 网络安全事件发生率 may be 0.5%. */
function nones(clauses: string[], targets: NamedTarget[]): GoalConflict[] {
  return targets.flatMap((target) => {
    const core = bareName(target.name).replace(COUNTED, '');
    if (core.length < 4 || core === bareName(target.name) || target.value.lte(0)) return [];
    if (!/^(<=?|=)$/.test(target.operator ?? '=') || !indicatorWords().unwanted.test(core)) return [];
    const words = clauses.find((clause) => NONE.test(clause) && clause.includes(core));
    return words ? [{ way: 'none', target, words, unsure: true }] : [];
  });
}

const REPORTS = /^(编制|完成|提交|形成|出具)?(项目|课题)?(成果|工作|研究|技术|总结|分析|阶段性)*报告$/;
const PRINTED_REPORTS = /([^。；;，,\n]*?)报告》?(各)?(\d+)(份|个|篇|本)/g;

/** Three reports in the goal, one in the only target that counts reports. */
function reports(text: string, targets: NamedTarget[]): GoalConflict[] {
  const counted = targets.filter(({ name, unit }) => /^[份个篇本]$/.test(unit) && /报告|成果/.test(name));
  const [target, another] = counted;
  if (!target || another || !REPORTS.test(thingOf(target.name))) return [];
  const printed = [...text.normalize('NFKC').replace(/\s/g, '').matchAll(PRINTED_REPORTS)];
  const sum = printed.reduce((total, [, before = '', each, figure = '0']) => {
    const items = each ? before.split(/报告(?:[、及和与])|[、及和与](?=[^、及和与]*$)/).length : 1;
    return total.plus(new Big(figure).times(items));
  }, new Big(0));
  const isMet = target.operator === '>=' || target.operator === '>' ? sum.gte(target.value) : false;
  if (printed.length < 2 || isMet || sum.lte(target.value)) return [];
  const words = printed.map(([whole]) => whole.slice(-16)).join('、');
  return [{ way: 'reports', target, words, unsure: false }];
}

/** 氮氧化物 in the goal, 二氧化氮 in the target, with one figure. */
function substances(text: string, figures: TextFigure[], targets: NamedTarget[]): GoalConflict[] {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  return indicatorWords().confusable.flatMap(([one, other]) =>
    [
      [one, other],
      [other, one],
    ].flatMap(([said = '', asked = '']): GoalConflict[] => {
      if (!plain.includes(said) || plain.includes(asked)) return [];
      if (targets.some(({ name }) => name.includes(said))) return [];
      const target = targets.find(({ name }) => name.includes(asked));
      const figure =
        target && figures.find(({ value, unit }) => value.eq(target.value) && unitMeets(unit, target));
      return target && figure ? [{ way: 'substance', target, words: said, unsure: false }] : [];
    }),
  );
}

const unitMeets = (printed: string, { unit }: NamedTarget): boolean => {
  const [first = ''] = unit.split('/');
  return first !== '' && printed.startsWith(first);
};

/** Units of length, area and weight as goals print them, in the base measure. */
const MEASURES: Readonly<Record<string, readonly [base: string, scale: number]>> = {
  公里: ['米', 1000],
  千米: ['米', 1000],
  米: ['米', 1],
  平方米: ['平方米', 1],
  亩: ['亩', 1],
  公顷: ['公顷', 1],
  吨: ['吨', 1],
};
const SIZE = /(总)?(长度|面积|里程|重量)$/;
const SHORTEST_PLACE = 6;

/** The place a target measures stands in the clause of the only such figure of the goal, which is another one. */
function within(figures: TextFigure[], targets: NamedTarget[]): GoalConflict[] {
  const sized = figures.flatMap((figure) => {
    const unit = Object.keys(MEASURES).find((word) => figure.unit.startsWith(word));
    const [base, scale] = (unit && MEASURES[unit]) || ['', 0];
    return base === '' ? [] : [{ figure, base, value: figure.value.times(scale) }];
  });
  return targets.flatMap((target) => {
    const place = bareName(target.name).replace(SIZE, '');
    if (target.indicator.horizon !== 'annual' || place === bareName(target.name)) return [];
    const [found, another] = sized.filter(({ base }) => base === target.unit);
    if (!found || another || place.length < SHORTEST_PLACE || !found.figure.before.includes(place)) return [];
    const own = targets.filter(({ name }) => name === target.name);
    if (own.some(({ value }) => value.eq(found.value))) return [];
    return [{ way: 'within', target, words: wordsOf(found.figure), unsure: true }];
  });
}
