import Big from 'big.js';
import { describe, expect, it } from 'vitest';
import { scoreByRule, scoringRule } from '../../../src/audit/texts/scoring-rule.js';

describe('scoringRule', () => {
  it.each([
    ['按完成比例得分', 'proportional'],
    ['得分=完成率×分值', 'proportional'],
    ['按实际完成比例计分', 'proportional'],
    ['实际完成值/年度指标值×该项分值', 'proportional'],
    ['完成得满分，否则不得分', 'all-or-nothing'],
    ['未达到目标值不得分', 'all-or-nothing'],
    ['每低1个百分点扣0.5分', 'deduction'],
    ['每发生一起扣2分，扣完为止', 'deduction'],
    ['每减少 5 场，扣 1 分', 'deduction'],
    ['达到90%以上得满分；每降低1%扣0.5分，低于60%不得分', 'none'],
    ['依据年度工作总结', 'none'],
    ['大于等于90%得10分，小于90%得8分', 'none'],
  ])('%s: %s', (text, kind) => {
    expect(scoringRule(text)?.kind ?? 'none').toBe(kind);
  });
});

describe('scoreByRule', () => {
  const missed = { weight: new Big(6), asked: new Big(350), done: new Big(343), isUpperBound: false };

  it('gives a share, nothing, or what is left', () => {
    expect(scoreByRule({ kind: 'proportional' }, missed)?.toFixed()).toBe('5.88');
    expect(scoreByRule({ kind: 'all-or-nothing' }, missed)?.toFixed()).toBe('0');
    const deduction = { kind: 'deduction', step: new Big(5), points: new Big('0.5') } as const;
    expect(scoreByRule(deduction, missed)?.toFixed()).toBe('5.3');
  });

  it('never falls below zero, and tells no share of an upper bound', () => {
    const deduction = { kind: 'deduction', step: new Big(1), points: new Big(2) } as const;
    expect(scoreByRule(deduction, missed)?.toFixed()).toBe('0');
    expect(scoreByRule({ kind: 'proportional' }, { ...missed, isUpperBound: true })).toBeNull();
  });
});
