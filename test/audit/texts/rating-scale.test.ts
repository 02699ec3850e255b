import { describe, expect, it } from 'vitest';
import { gradeAt, gradeOf, NATIONAL_SCALE, ratingScale } from '../../../src/audit/texts/rating-scale.js';

const NATIONAL = [
  ['优', 90, 100],
  ['良', 80, 90],
  ['中', 60, 80],
  ['差', 0, 60],
];

describe('ratingScale', () => {
  it.each([
    '综合得分在90（含）-100分为优；综合得分在80（含）-90分为良；综合得分在60（含）-80分为中；综合得分在0-60分为差。',
    '优（90≤S≤100）、良（80≤S＜90）、中（60≤S＜80）、差（S＜60）',
    '自评等级：优（90分及以上）、良（80-89分）、中（60-79分）、差（60分以下）',
    '得分≥90分为优，80分≤得分＜90分为良，60分≤得分＜80分为中，得分＜60分为差',
    '90-100分（含90分）为优秀，80-90分（含80分）为良好，60-80分（含60分）为合格，60分以下为不合格',
    '优秀：90分（含）以上；良好：80分（含）-90分；一般：60分（含）-80分；较差：60分以下',
  ])('reads %s', (text) => {
    expect(ratingScale(text)?.map(({ grade, from, to }) => [grade, from, to])).toEqual(NATIONAL);
  });

  it.each([
    '本项目自评得分95分，等级为优。',
    '完成率90%以上为优，其余为良',
    '优（90分以上）、良（70-80分）、中（60-70分）',
    '优良率达到90%-100%，中小企业60-80家',
    '',
  ])('reads no scale in %s', (text) => {
    expect(ratingScale(text)).toBeNull();
  });
});

describe('gradeOf', () => {
  it.each([
    ['优', '优'],
    ['自评等级：良好', '良'],
    ['优□ 良☑ 中□ 差□', '良'],
    ['□优 ■良 □中 □差', '良'],
    ['优√ 良 中 差', '优'],
    ['优 √良 中 差', '良'],
    ['基本合格', '中'],
  ])('%s is %s', (printed, grade) => {
    expect(gradeOf(printed)).toBe(grade);
  });

  it.each(['优/良/中/差', '优□ 良□ 中□ 差□', '95', ''])('%s states none', (printed) => {
    expect(gradeOf(printed)).toBeNull();
  });
});

it.each([
  [100, '优'],
  [90, '优'],
  [89.9, '良'],
  [60, '中'],
  [0, '差'],
])('%d points are %s', (score, grade) => {
  expect(gradeAt(score, NATIONAL_SCALE)).toBe(grade);
});
