import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCodedText } from '../../../normalizers/recognize/coded/coded-indicators.js';

const lines = (text: string) =>
  readCodedText(text)?.indicators.map(
    ({ level1, level2, name, target }) => `${level1}/${level2 ?? ''}/${name}/${target}`,
  );

describe('readCodedText', () => {
  it('reads sections of numbered indicators with their values in brackets', () => {
    expect(
      lines(
        '【总体目标】保障平稳。【产出指标-数量指标】指标1:机柜数(≥12个)指标2:云主机数（≥260台）【满意度指标-服务对象满意度指标】指标1:满意度(≥95%)',
      ),
    ).toEqual([
      '产出指标/数量指标/机柜数/≥12个',
      '产出指标/数量指标/云主机数/≥260台',
      '满意度指标/服务对象满意度指标/满意度/≥95%',
    ]);
  });

  it('keeps the texts of the other sections', () => {
    const coded = readCodedText(
      '【项目概况】租用机房。【总体目标】保障平稳。【产出指标-数量指标】指标1:机柜数(≥12个)',
    );
    expect(coded?.texts).toEqual({ 项目概况: '租用机房。', 总体目标: '保障平稳。' });
  });

  it('does not mind line breaks anywhere', () => {
    expect(lines('【产出指\n标-数量指标】指\n标1:机柜\n数(≥1\n2个)')).toEqual([
      '产出指标/数量指标/机柜数/≥12个',
    ]);
  });

  it('reads brackets inside a value', () => {
    expect(lines('【产出指标-数量指标】指标1:培训(≥3次（含线上）)')).toEqual([
      '产出指标/数量指标/培训/≥3次（含线上）',
    ]);
  });

  it('reads items without numbers', () => {
    expect(lines('【效益指标-社会效益指标】知晓率(≥80%)；参与人数(≥500人)')).toEqual([
      '效益指标/社会效益指标/知晓率/≥80%',
      '效益指标/社会效益指标/参与人数/≥500人',
    ]);
  });

  it('leaves the target of an item without a value empty', () => {
    expect(lines('【产出指标-质量指标】指标1:验收合格')).toEqual(['产出指标/质量指标/验收合格/']);
  });

  it('reads the numbered notation', () => {
    expect(
      lines(
        '1－产出指标，11－数量指标，宣传次数；实施周期指标值：≥12次；1－产出指标，12－质量指标，合格率；实施周期指标值：100%',
      ),
    ).toEqual(['产出指标/数量指标/宣传次数/≥12次', '产出指标/质量指标/合格率/100%']);
  });

  const both = (text: string) =>
    readCodedText(text)?.indicators.map(({ name, target, horizon }) => `${name} ${horizon} ${target}`);

  it.each([
    '1、1-产出指标；11-数量指标；办理事项数；实施周期指标值:≥60项；年度指标值:≥20项。2、4-成本指标；41-经济成本指标；租金.；实施周期指标值:≤9元；年度指标值:≤3元。',
    '1.1－产出指标，11－数量指标，办理事项数；实施周期指标值：≥60项，年度指标值：≥20项；2、4－成本指标，41－经济成本指标，租金；实施周期指标值：≤9元，年度指标值：≤3元;',
    '产出指标-数量指标-办理事项数；实施周期指标值≥60项；年度指标值≥20项；成本指标-经济成本指标-租金；实施周期指标值≤9元；年度指标值≤3元',
    '1－产出指标、11－数量指标、办理事项数，中长期目标值：≥60项，当年目标值：≥20项。4－成本指标、41－经济成本指标、租金，中长期目标值：≤9元，当年目标值：≤3元。',
  ])('tells the value of the period from that of the year: %s', (text) => {
    expect(both(text)).toEqual([
      '办理事项数 period ≥60项',
      '办理事项数 annual ≥20项',
      '租金 period ≤9元',
      '租金 annual ≤3元',
    ]);
  });

  it('takes a value without a label', () => {
    expect(
      lines(
        '产出指标-数量指标-培训次数：≥5次；产出指标-质量指标-合格率（≥95%）；效益指标/社会效益指标/知晓率，≥80%',
      ),
    ).toEqual([
      '产出指标/数量指标/培训次数/≥5次',
      '产出指标/质量指标/合格率/≥95%',
      '效益指标/社会效益指标/知晓率/≥80%',
    ]);
  });

  it('takes a 二级指标 of any name behind a code', () => {
    expect(lines('1-产出指标，14-履约能力，按期率；指标值：≥95%')).toEqual(['产出指标/履约能力/按期率/≥95%']);
  });

  it('keeps running numbers that belong to a value', () => {
    expect(
      lines(
        '1-产出指标，11-数量指标，编制标准；指标值：第1、2号标准；2、1-产出指标，12-质量指标，合格率；指标值：是',
      ),
    ).toEqual(['产出指标/数量指标/编制标准/第1、2号标准', '产出指标/质量指标/合格率/是']);
  });

  const THREE = [
    '产出指标/数量指标/云主机数/≥60台',
    '产出指标/质量指标/可用率/≥99.5%',
    '满意度指标/服务对象满意度指标/用户满意度/≥90%',
  ];

  it.each([
    '产出指标-数量指标-云主机数：≥60台\n产出指标-质量指标-可用率：≥99.5%\n满意度指标-服务对象满意度指标-用户满意度：≥90%',
    '产出指标/数量指标/云主机数/≥60台；产出指标/质量指标/可用率/≥99.5%；满意度指标/服务对象满意度指标/用户满意度/≥90%',
    '【产出指标】数量指标：云主机数≥60台；质量指标：可用率≥99.5%。【满意度指标】服务对象满意度指标：用户满意度≥90%。',
    '1.1产出指标，数量指标，云主机数，全年值：≥60台；1.2产出指标，质量指标，可用率，全年值：≥99.5%；1.3满意度指标，服务对象满意度指标，用户满意度，全年值：≥90%',
    '1.产出指标-数量指标-云主机数，目标值≥60台\n2.产出指标-质量指标-可用率，目标值≥99.5%\n3.满意度指标-服务对象满意度指标-用户满意度，目标值≥90%',
    '产出指标：数量指标：云主机数：≥60台；质量指标：可用率：≥99.5%；满意度指标：服务对象满意度指标：用户满意度：≥90%',
    '产出指标：\n数量指标：云主机数≥60台\n质量指标：可用率≥99.5%\n满意度指标：\n服务对象满意度指标：用户满意度≥90%',
    '产出指标>数量指标>云主机数:≥60台;产出指标>质量指标>可用率:≥99.5%;满意度指标>服务对象满意度指标>用户满意度:≥90%',
    '一级指标：产出指标，二级指标：数量指标，三级指标：云主机数，指标值：≥60台；一级指标：产出指标，二级指标：质量指标，三级指标：可用率，指标值：≥99.5%；一级指标：满意度指标，二级指标：服务对象满意度指标，三级指标：用户满意度，指标值：≥90%',
    '①产出指标-数量指标-云主机数：≥60台②产出指标-质量指标-可用率：≥99.5%③满意度指标-服务对象满意度指标-用户满意度：≥90%',
    '（1）产出指标、数量指标、云主机数、指标值≥60台；（2）产出指标、质量指标、可用率、指标值≥99.5%；（3）满意度指标、服务对象满意度指标、用户满意度、指标值≥90%',
    '[产出指标][数量指标]云主机数：≥60台；[产出指标][质量指标]可用率：≥99.5%；[满意度指标][服务对象满意度指标]用户满意度：≥90%',
    '1-产出指标-11-数量指标-云主机数-年度指标值≥60台；1-产出指标-12-质量指标-可用率-年度指标值≥99.5%；3-满意度指标-31-服务对象满意度指标-用户满意度-年度指标值≥90%',
    '产出指标 数量指标 云主机数 ≥60台\n产出指标 质量指标 可用率 ≥99.5%\n满意度指标 服务对象满意度指标 用户满意度 ≥90%',
    '10-产出指标，1001-数量指标，云主机数，≥60台；10-产出指标，1002-质量指标，可用率，≥99.5%；30-满意度指标，3001-服务对象满意度指标，用户满意度，≥90%',
    '产出指标数量指标：云主机数≥60台；产出指标质量指标：可用率≥99.5%；满意度指标服务对象满意度指标：用户满意度≥90%',
    '1.产出指标（1）数量指标：云主机数≥60台；（2）质量指标：可用率≥99.5%。2.满意度指标（1）服务对象满意度指标：用户满意度≥90%。',
  ])('reads levels with any separator: %j', (text) => {
    expect(lines(text)).toEqual(THREE);
  });

  it('takes levels that stand alone', () => {
    expect(lines('【数量指标】云主机数≥60台【质量指标】可用率≥99.5%')).toEqual([
      '数量指标//云主机数/≥60台',
      '质量指标//可用率/≥99.5%',
    ]);
    expect(lines('数量指标：云主机数≥60台，机柜数≥2个；质量指标：可用率≥99.5%')).toEqual([
      '数量指标//云主机数/≥60台',
      '数量指标//机柜数/≥2个',
      '质量指标//可用率/≥99.5%',
    ]);
    expect(readCodedText('数量指标：云主机数≥60台', false)).toBeNull();
    expect(readCodedText('产出指标：数量指标：云主机数≥60台', false)).toBeNull();
    expect(readCodedText('产出指标-数量指标：云主机数≥60台', false)).not.toBeNull();
  });

  it('parts several indicators behind one class', () => {
    expect(
      lines(
        '1-产出指标，11-数量指标，云主机数；指标值：≥60台；机柜数；指标值：≥2个；1-产出指标，12-质量指标，受理、办结率（≥95%）',
      ),
    ).toEqual([
      '产出指标/数量指标/云主机数/≥60台',
      '产出指标/数量指标/机柜数/≥2个',
      '产出指标/质量指标/受理、办结率/≥95%',
    ]);
  });

  it('takes the name of a class in the place of a name for a name', () => {
    expect(
      lines(
        '1-产出指标，12-质量指标，合格率；年度指标值：》90%；2-效益指标，21-社会效益指标，可持续影响指标；年度指标值：>3；3-满意度指标，31-服务对象满意度指标，服务对象满意度指标；年度指标值：完成《某规划》报告',
      ),
    ).toEqual([
      '产出指标/质量指标/合格率/》90%',
      '效益指标/社会效益指标/可持续影响指标/>3',
      '满意度指标/服务对象满意度指标/服务对象满意度指标/完成《某规划》报告',
    ]);
  });

  it('keeps an item without a value beside others', () => {
    expect(lines('产出指标-数量指标-培训次数：≥5次；产出指标-质量指标-验收合格')).toEqual([
      '产出指标/数量指标/培训次数/≥5次',
      '产出指标/质量指标/验收合格/',
    ]);
  });

  it('does not mind a line break within a code', () => {
    expect(
      lines(
        '1、1-\n产出指标，1\n1-数量指标，云主机数；指标值：≥6\n0台；2、\n1-产出指标，12-质量指标，可用率；指标值：优',
      ),
    ).toEqual(['产出指标/数量指标/云主机数/≥60台', '产出指标/质量指标/可用率/优']);
  });

  it('loses no item, whatever its codes, separators and running numbers', () => {
    const item = fc.record({
      level: fc.constantFrom<[string, string, string, string][]>(
        ['产出指标', '数量指标', '1', '11'],
        ['成本指标', '经济成本指标', '4', '41'],
        ['满意度指标', '服务对象满意度', '3', '31'],
      ),
      name: fc.constantFrom('培训次数', '合格率', '按期完成（是/否）', '成本、费用', '走航时长'),
      target: fc.constantFrom('≥5次', '100%', '有所提高，逐年向好', '≤12.6万元/月', '是'),
      year: fc.option(fc.constantFrom('≥1次', '优'), { nil: null }),
    });
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 9 }),
        fc.constantFrom('，', '；'),
        fc.constantFrom('-', '－'),
        fc.boolean(),
        (items, mark, dash, numbered) => {
          const text = items
            .map(
              ({ level: [l1, l2, c1, c2], name, target, year }, i) =>
                [`${numbered ? `${i + 1}、` : ''}${c1}${dash}${l1}`, `${c2}${dash}${l2}`, name].join(mark) +
                `；实施周期指标值：${target}${year === null ? '' : `，年度指标值：${year}`}；`,
            )
            .join('');
          expect(readCodedText(text)?.indicators.map(({ target }) => target)).toEqual(
            items.flatMap(({ target, year }) => [
              target.replace('，', ','),
              ...(year === null ? [] : [year]),
            ]),
          );
        },
      ),
    );
  });

  it.each([
    '产出指标，数量指标，都完成了',
    '今年将完成全部任务，数量指标：达到60台以上。',
    '普通的一段话。',
    '【项目概况】只有概况。',
    '',
    '指标1：',
  ])('answers null for %j', (text) => {
    expect(readCodedText(text)).toBeNull();
  });
});
