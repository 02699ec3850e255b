import { describe, expect, it } from 'vitest';
import { parseTarget } from '../../../../normalizers/parse/target/parse-target.js';
import type { Target } from '../../../../src/model/target.js';

type Row = readonly [text: string, quantity: string | null, measure: string | null, more?: Partial<Target>];

function reads(kind: Target['kind'], operator: Target['operator'], rows: readonly Row[]) {
  it.each(rows.map((row) => ({ text: row[0], row })))(`$text is a ${kind}`, ({ row }) => {
    const [text, quantity, measure, more = {}] = row;
    expect(parseTarget({ text })).toMatchObject({ kind, operator, quantity, measure, ...more });
  });
}

describe('operators', () => {
  reads('percent', '>=', [
    ['≥95.00%', '95', '%', { value: '95.00' }],
    ['>=95%', '95', '%'],
    ['95%以上', '95', '%'],
    ['95%及以上', '95', '%'],
    ['95%（含）以上', '95', '%'],
    ['≥95%（含）', '95', '%'],
    ['95%+', '95', '%'],
    ['达到95%以上', '95', '%'],
    ['》95%', '95', '%'],
    ['&ge;95%', '95', '%'],
    ['不低于上级下达任务的95%', '95', '%', { label: '上级下达任务' }],
  ]);
  reads('percent', '<=', [
    ['≤5%', '5', '%'],
    ['5%以内', '5', '%'],
    ['控制在5%以内', '5', '%'],
    ['不超过5%', '5', '%'],
    ['≦5%', '5', '%'],
  ]);
  reads('number', '>', [
    ['160余次', '160', '次'],
    ['1.2万余人', '12000', '人', { value: '1.2', unit: '万余人' }],
    ['超过50家', '50', '家'],
  ]);
  reads('number', '≈', [
    ['约100人次', '100', '人次'],
    ['30名左右', '30', '人'],
  ]);

  it('behind the figure are not understood: 95%≤', () => {
    expect(parseTarget({ text: '95%≤' })).toMatchObject({ operator: null, flags: ['operator-misplaced'] });
  });

  it('that contradict are flagged', () => {
    expect(parseTarget({ text: '≥95%以下' })).toMatchObject({
      operator: '>=',
      flags: ['operators-disagree'],
    });
  });

  it('are not taken from a title', () => {
    expect(parseTarget({ text: '刊发《日报》2期' })).toMatchObject({
      operator: '=',
      quantity: '2',
      label: '刊发《日报》',
    });
  });
});

describe('numbers', () => {
  reads('number', '=', [
    ['3.6公里', '3600', '米', { value: '3.6', unit: '公里' }],
    ['120㎡', '120', '平方米'],
    ['10台（套）', '10', '台套'],
    ['200人次', '200', '人次'],
    ['200人/次', '200', '人次'],
    ['1 000 000册', '1000000', '册'],
    ['1，000，000册', '1000000', '册'],
    ['3万5千份', '35000', '份', { value: '35000', unit: '份' }],
    ['0次', '0', '次'],
    ['零事故', '0', null, { label: '事故' }],
    ['零投诉', '0', null, { label: '投诉' }],
    ['打造5个示范村', '5', '个', { label: '打造示范村' }],
    ['第一名', '1', '名次'],
    ['1人/年', '1', '人/年'],
    ['30吨/日', '30', '吨/天'],
    ['每村1名', '1', '人/村'],
    ['35微克/立方米', '35', '微克/立方米'],
  ]);
  reads('number', '<=', [
    ['全省前10名', '10', '名次', { label: '全省' }],
    ['PM2.5≤35微克/立方米', '35', '微克/立方米', { label: 'PM2.5' }],
  ]);
  reads('percent', '=', [
    ['百分之九十五', '95', '%'],
    ['百分百', '100', '%'],
    ['9成', '90', '%'],
    ['3‰', '0.3', '%'],
    ['提高2个百分点', '2', '百分点', { label: '提高' }],
    ['-5%', '-5', '%'],
  ]);
});

describe('money and prices', () => {
  reads('money', '=', [
    ['3万5千元', '35000', '元'],
    ['0.5亿元', '50000000', '元'],
    ['1,000,000元', '1000000', '元'],
    ['22.6亿美元', '2260000000', '美元'],
  ]);
  reads('price', '=', [
    ['120元/人/天', '120', '元/人/天'],
    ['1500元/人·年', '1500', '元/人/年'],
    ['710元/人月', '710', '元/人/月'],
    ['每人每月500元', '500', '元/人/月'],
    ['3000元每人每月', '3000', '元/人/月'],
    ['人均1200元', '1200', '元/人'],
    ['5万元/公里', '50000', '元/公里'],
    ['1000元/生/年', '1000', '元/生/年'],
    ['2000元/人/次', '2000', '元/人/次'],
  ]);

  it('a bare figure takes the unit of the name, then that of the table for a cost', () => {
    const unit = { level2: '经济成本指标', moneyUnit: '万元' } as const;
    expect(parseTarget({ text: '≤400', name: '人均培训成本（元/人/天）', ...unit })).toMatchObject({
      kind: 'price',
      measure: '元/人/天',
      quantity: '400',
      unitFrom: 'name',
    });
    expect(parseTarget({ text: '≤5.5', name: '项目总成本', ...unit })).toMatchObject({
      quantity: '55000',
      unitFrom: 'table',
    });
    expect(parseTarget({ text: '20万', name: '项目总成本', ...unit })).toMatchObject({
      quantity: '200000',
      flags: ['yuan-implied'],
    });
  });

  it('a bare 万 under a count is no money', () => {
    expect(parseTarget({ text: '20万', name: '发放手册', level2: '数量指标' })).toMatchObject({
      kind: 'number',
      quantity: '200000',
      measure: null,
      flags: ['unit-missing'],
    });
  });
});

describe('ranges and proportions', () => {
  reads('range', '=', [
    ['5至10人', '5', '人', { upper: '10' }],
    ['90分-100分', '90', '分', { upper: '100' }],
    ['2万-3万元', '20000', '元', { upper: '30000' }],
    ['不低于90%，不高于95%', '90', '%', { upper: '95' }],
    ['≥8≤10个', '8', '个', { upper: '10' }],
    ['80%＜X≤90%', '80', '%', { upper: '90' }],
    ['[90%,100%]', '90', '%', { upper: '100' }],
    ['100±5分', '95', '分', { upper: '105' }],
    ['每年1-2次', '1', '次/年', { upper: '2' }],
  ]);
  reads('ratio', '=', [
    ['1：10', '0.1', '比'],
    ['投入产出比1:3', null, '比', { label: '投入产出比', value: '1:3' }],
    ['三分之二', null, '比', { value: '2/3' }],
  ]);
});

describe('frequencies', () => {
  reads('frequency', '=', [
    ['每半年1次', '2', '次/年', { per: { n: '6', unit: '月' } }],
    ['1次/季度', '4', '次/年'],
    ['一年两次', '2', '次/年'],
    ['每两年1次', '0.5', '次/年'],
    ['每三年1次', null, '次/年', { per: { n: '3', unit: '年' } }],
    ['3年1次', null, '次/年', { per: { n: '3', unit: '年' } }],
    ['200人次/年', '200', '人次/年'],
    ['每人每年2次', '2', '次/人/年'],
  ]);
  reads('frequency', '>=', [
    ['不少于2次/月', '24', '次/年'],
    ['每周至少1次', '52', '次/年'],
    ['全年≥10000家次', '10000', '家次/年', { label: '全年' }],
  ]);
});

describe('time', () => {
  reads('duration', '=', [
    ['7×24小时', '168', '小时/周'],
    ['24小时/日', '24', '小时/天'],
    ['3年', '3', '年'],
  ]);
  reads('duration', '<=', [
    ['合同签订后30日内', '30', '天', { label: '合同签订后' }],
    ['5个工作日内完成', '5', '工作日'],
  ]);
  reads('deadline', '<=', [
    ['12月20日前完成', null, null, { to: '--12-20', label: '完成' }],
    ['年底前', null, null, { to: '--12-31' }],
    ['2024.12.31前', null, null, { to: '2024-12-31' }],
    ['每月15日前', null, null, { flags: ['recurring'] }],
  ]);
  reads('deadline', null, [
    ['2024/2/29', null, null, { to: '2024-02-29' }],
    ['2025-12-31 00:00:00', null, null, { to: '2025-12-31' }],
  ]);
  reads('period', null, [
    ['1-12月', null, null, { from: '--01-01', to: '--12-31' }],
    ['2024年第一季度', null, null, { from: '2024-01-01', to: '2024-03-31' }],
    ['2024年1月1日-2024年12月31日', null, null, { from: '2024-01-01', to: '2024-12-31' }],
    ['2026年5月至6月', null, null, { from: '2026-05-01', to: '2026-06-30' }],
    ['11月1日-15日', null, null, { from: '--11-01', to: '--11-15' }],
    ['全年', null, null, { from: '--01-01', to: '--12-31' }],
  ]);

  it('is completed with the fiscal year', () => {
    expect(parseTarget({ text: '12月底前', year: 2024 })).toMatchObject({ to: '2024-12-31' });
  });

  it('a month is a date, twelve months of service are not', () => {
    const december = { operator: '≤', value: '12', unit: '月', text: '' };
    expect(parseTarget({ ...december, name: '项目验收时间' })).toMatchObject({
      kind: 'deadline',
      to: '--12-31',
    });
    expect(parseTarget({ ...december, name: '服务期限' })).toMatchObject({
      kind: 'duration',
      quantity: '12',
    });
  });

  it('an amount under a cost is no month', () => {
    const target = parseTarget({ text: '2012.12', name: '总成本', level2: '成本指标', moneyUnit: '元' });
    expect(target).toMatchObject({ kind: 'money', quantity: '2012.12' });
  });
});

describe('words', () => {
  reads('placeholder', null, [
    ['XX%', null, null],
    ['≥%', null, null],
    ['次', null, null],
    ['有/无', null, null],
    ['优良中低差', null, null, { flags: ['option-not-chosen'] }],
  ]);
  reads('none', null, [
    ['无', null, null],
    ['不适用', null, null],
    ['—', null, null, { flags: ['dash'] }],
  ]);
  reads('budget-ref', '<=', [
    ['≤预算数', null, null, { reference: 'project-budget' }],
    ['不超出批复金额', null, null],
  ]);
  reads('level', '>=', [
    ['≥合格', null, null, { value: '合格', rank: 1 }],
    ['良好及以上', null, null, { value: '良好' }],
    ['省级以上', null, null, { scale: 'administrative', rank: 2 }],
  ]);
  reads('level', null, [
    ['三级甲等', null, null, { scale: 'class' }],
    ['达到Ⅲ类水质', null, null, { scale: 'class', value: 'Ⅲ类' }],
    ['工作效率明显提升', null, null, { value: '明显提升', label: '工作效率' }],
  ]);
  reads('text', null, [
    ['G20峰会保障', null, null],
    ['国发〔2017〕14号', null, null],
    ['联系电话13800138000', null, null],
    ['第3期', null, null],
    ['二期', null, null],
    ['促进社会和谐稳定', null, null],
  ]);

  it('a repeated name with a figure is a figure, without one an echo', () => {
    expect(parseTarget({ text: '培训干部100人', name: '培训干部100人' }).kind).toBe('number');
    expect(parseTarget({ text: '开展普法宣传情况', name: '普法宣传开展情况' }).kind).toBe('echo');
  });
});

describe('several values', () => {
  it('take their labels from a list in the name', () => {
    const { parts } = parseTarget({ text: '2小时；100%', name: '响应时间；修复率' });
    expect(parts).toMatchObject([
      { kind: 'duration', label: '响应时间', raw: '2小时' },
      { kind: 'percent', label: '修复率', raw: '100%' },
    ]);
  });

  it('may stand on lines of their own, a broken figure may not', () => {
    expect(parseTarget({ text: '15万份\n10000个' }).parts).toMatchObject([
      { quantity: '150000' },
      { quantity: '10000' },
    ]);
    expect(parseTarget({ text: '1681\n680元' })).toMatchObject({ kind: 'money', quantity: '1681680' });
  });

  it('enumerate the label, not the value', () => {
    expect(parseTarget({ text: '制作展板、横幅10个，手册200本' }).parts).toMatchObject([
      { label: '制作展板、横幅', quantity: '10' },
      { label: '手册', quantity: '200' },
    ]);
  });

  it('keep figures of a sentence that is no single value', () => {
    expect(parseTarget({ text: '对2400平方米场馆补贴5万元' })).toMatchObject({
      kind: 'text',
      embedded: [{ quantity: '2400' }, { quantity: '50000' }],
    });
  });
});
