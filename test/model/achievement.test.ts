import { describe, expect, it } from 'vitest';
import { parseTarget } from '../../normalizers/parse/target/parse-target.js';
import { achievementOf } from '../../src/model/achievement.js';
import type { Target } from '../../src/model/target.js';

const read = (text: string): Target => parseTarget({ text, name: '甲', level2: '数量指标' });
const of = (target: string, actual: string) => achievementOf(read(target), read(actual));

describe('achievementOf', () => {
  it.each([
    ['≥350篇', '335篇', 'missed', 0],
    ['≥350篇', '350篇', 'met', 0],
    ['≥18个', '30个', 'met', 12 / 18],
    ['≤4次', '4次', 'met', 0],
    ['≤4次', '5次', 'missed', 0],
    ['≤4次', '2次', 'met', 0.5],
    ['≥85%', '84.99%', 'missed', 0],
    ['>5次', '5次', 'missed', 0],
    ['5-10场', '7场', 'met', 0],
    ['5-10场', '11场', 'missed', 0],
    ['≤120万元', '1.2万元', 'met', 0.99],
  ])('%s, done %s: %s', (target, actual, kind, beyond) => {
    expect(of(target, actual)).toEqual({ kind, beyond: expect.closeTo(beyond, 6) });
  });

  it.each([
    ['18个', '18个', 'met'],
    ['18个', '20个', 'not-comparable'],
    ['≥18个', '18人次', 'not-comparable'],
    ['有所提升', '有所提升', 'not-comparable'],
    ['≥18个', '按计划完成', 'not-comparable'],
    ['≥18个', '', 'not-comparable'],
  ])('%s, done %s: %s', (target, actual, kind) => {
    expect(of(target, actual).kind).toBe(kind);
  });

  it('says nothing of how far beyond a target of zero it is', () => {
    expect(of('≥0次', '3次')).toEqual({ kind: 'met', beyond: null });
  });
});
