import { describe, expect, it } from 'vitest';
import { parseTarget } from '../../../../normalizers/parse/target/parse-target.js';

describe('a unit no list knows', () => {
  it.each([
    ['≥120航标', '120', '航标', '120'],
    ['≤3/人（次）', '3', '/人（次）', '3'],
    ['不少于6堆（座）', '6', '堆（座）', '6'],
    ['≥2万航标', '2', '万航标', '20000'],
    ['≥600dpi', '600', 'dpi', '600'],
    ['≥8航标以上', '8', '航标', '8'],
  ])('is what stands behind the figure: %s', (text, value, unit, quantity) => {
    const target = parseTarget({ text, name: '某事' });
    expect(target).toMatchObject({ kind: 'number', value, unit, quantity, unitFrom: 'cell' });
    expect(target.flags).toBeUndefined();
  });

  it.each(['≥95合格', '≥3完成', '≥5以上', '≥4个别', '≥5和≥6', '≥2全部达标'])(
    'is no deed or state: %s',
    (text) => {
      const target = parseTarget({ text, name: '某事' });
      expect((target.parts ?? [target]).map(({ unit }) => unit)).not.toContain(
        text.replace(/[^\u4e00-\u9fff]/g, ''),
      );
    },
  );

  it.each([
    ['20', '标准考场', '标准考场', '20'],
    ['3', '万航标', '万航标', '30000'],
    ['60', '周岁', '周岁', '60'],
  ])('fills a column of its own: %s %s', (value, unit, printed, quantity) => {
    const target = parseTarget({ text: '', value, unit, operator: '', name: '某事' });
    expect(target).toMatchObject({ kind: 'number', value, unit: printed, quantity, unitFrom: 'column' });
  });

  it.each(['/', '无', '-', '定量'])('is not the mark of an empty column: %s', (unit) => {
    expect(parseTarget({ text: '', operator: '≥', value: '12', unit, name: '数量' }).flags).toEqual([
      'unit-missing',
    ]);
  });
});

describe('units in other places', () => {
  it('stand in brackets behind a scale word', () => {
    expect(parseTarget({ text: '100万(条)', name: '数据' })).toMatchObject({
      quantity: '1000000',
      measure: '条',
    });
  });

  it.each(['系统（套）数量', '系统（套）数', '系统数（套）'])('stand in brackets in the name: %s', (name) => {
    expect(parseTarget({ text: '≥3', name })).toMatchObject({ unit: '套', unitFrom: 'name' });
  });

  it('are not the first letters of another one', () => {
    expect(parseTarget({ text: '≥100Lux', name: '照度' }).measure).toBe('Lux');
  });
});

describe('figures that count nothing', () => {
  it('number a list', () => {
    const { parts } = parseTarget({ text: '1、完成5场活动；2、印发3万份', name: '宣传' });
    expect(parts?.map(({ quantity }) => quantity)).toEqual(['5', '30000']);
  });

  it('are kept where they are values: 1、2', () => {
    expect(parseTarget({ text: '1、2', name: '某事' }).parts).toHaveLength(2);
  });

  it('are a resolution', () => {
    expect(parseTarget({ text: '≥1920×1080P', name: '清晰度' }).kind).toBe('text');
  });
});
