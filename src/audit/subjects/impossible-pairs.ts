import Big from 'big.js';
import { bareName } from './indicator-name.js';
import { type NamedTarget, namedTargets } from './named-targets.js';
import type { FormEntry } from './subject.js';

/** Two targets of one entry that ask for what cannot be, and in which way. */
export interface ImpossiblePair {
  way: 'downtime' | 'part';
  first: NamedTarget;
  second: NamedTarget;
  /** downtime: minutes a year the availability allows, and minutes a year the other target allows. */
  minutes?: { allowed: Big; asked: Big };
}

/** Pairs of targets for the same time that arithmetic forbids: see `ImpossiblePair.way`. */
export function impossiblePairs(entry: FormEntry): ImpossiblePair[] {
  const targets = namedTargets(entry);
  return [...downtimes(targets), ...parts(targets)];
}

const sameTime = (a: NamedTarget, b: NamedTarget): boolean => a.indicator.horizon === b.indicator.horizon;
const isFloor = ({ operator }: NamedTarget): boolean => operator === null || !/[<≈]/.test(operator);

const AVAILABLE = /(可用性|可用率|可用度|正常运行率|在线率)$/;
const DOWN = /中断|停机|宕机|停运|不可用/;
/** Only what is added up over a time counts against what an availability leaves of it. */
const ADDED_UP = /年|累计|合计|总/;
const SINGLE = /恢复|修复|响应|单次|每次|一次|单个|最大|最长|最多|最高|平均/;
const MINUTES: Readonly<Record<string, number>> = { 分钟: 1, 小时: 60 };
const TIMES_A_YEAR: Readonly<Record<string, number>> = { 月: 12, 季度: 4, 年: 1, 周: 52, 天: 365, 日: 365 };
const MINUTES_A_YEAR = 525_600;

/** 年可用性 ≥99.9% leaves 525.6 minutes a year; 累计中断时间 ≤52分钟/月 comes to 624. */
function downtimes(targets: NamedTarget[]): ImpossiblePair[] {
  const available = targets.filter(({ name, unit }) => unit === '%' && AVAILABLE.test(bareName(name)));
  if (available.length === 0) return [];
  return targets.flatMap((second) => {
    const asked = downtimeOf(second);
    if (!asked) return [];
    return available.flatMap((first): ImpossiblePair[] => {
      const allowed = new Big(MINUTES_A_YEAR).times(new Big(100).minus(first.value)).div(100);
      if (!sameTime(first, second) || !isFloor(first) || asked.lte(allowed)) return [];
      return [{ way: 'downtime', first, second, minutes: { allowed, asked } }];
    });
  });
}

function downtimeOf({ name, value, indicator }: NamedTarget): Big | null {
  const { measure, operator } = indicator.parsed;
  const [unit = '', printed] = (measure ?? '').split('/');
  const per = printed ?? (/年/.test(name) ? '年' : '');
  const [minutes, times] = [MINUTES[unit], TIMES_A_YEAR[per]];
  if (!DOWN.test(name) || SINGLE.test(name) || !minutes || !times) return null;
  if ((!ADDED_UP.test(name) && per !== '年') || operator === '>=' || operator === '>') return null;
  return value.times(minutes).times(times);
}

const TOTAL = /总|累计|合计/;
const ONE = /最高|最多|最大|单篇|单条|单次|单场|每篇|每条|每场|平均/;
const SEEN = /(阅读|点击|浏览|播放|观看|转发|访问)[数量人次]*$/;

/** The most read of all is read more often than all together. */
function parts(targets: NamedTarget[]): ImpossiblePair[] {
  const seen = targets.filter(({ name }) => SEEN.test(bareName(name)));
  const wholes = seen.filter(({ name }) => TOTAL.test(name) && !ONE.test(name));
  return wholes.flatMap((first) =>
    seen.flatMap((second): ImpossiblePair[] => {
      if (!ONE.test(second.name) || TOTAL.test(second.name)) return [];
      if (first.unit !== second.unit || !sameTime(first, second) || verbOf(first) !== verbOf(second))
        return [];
      if (!isFloor(first) || !isFloor(second) || second.value.lte(first.value)) return [];
      return [{ way: 'part', first, second }];
    }),
  );
}

const verbOf = ({ name }: NamedTarget): string => SEEN.exec(bareName(name))?.[1] ?? '';
