import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Reading, read } from './draw-table.js';

const indicatorsOf = ({ disclosure }: Reading): string[] =>
  disclosure.indicators.map(
    ({ project, level1, level2, name, target }) =>
      `${disclosure.projects[(project ?? 0) - 1]?.name ?? ''}/${level1}/${level2}/${name}/${target}`,
  );
const unclaimed = ({ claims }: Reading): number =>
  claims.filter(({ status }) => status === 'unclaimed').length;

const TITLE = '项目支出绩效目标表';
const FORM = `项目名称|<|校舍修缮|<
绩效指标|一级指标|二级指标|三级指标|指标值
^|产出指标|数量指标|修缮面积|30平方米`;

describe('a table that goes on in the next grid', () => {
  it.each([
    [
      'with the side label printed again',
      '绩效指标|产出指标|质量指标|合格率|95%\n^|效益指标|社会效益指标|受益人数|90人',
    ],
    [
      'with the side label in every row',
      '绩效指标|产出指标|质量指标|合格率|95%\n绩效指标|效益指标|社会效益指标|受益人数|90人',
    ],
    ['without the side label', '产出指标|质量指标|合格率|95%\n效益指标|社会效益指标|受益人数|90人'],
    [
      'with its header',
      '一级指标|二级指标|三级指标|指标值\n产出指标|质量指标|合格率|95%\n效益指标|社会效益指标|受益人数|90人',
    ],
    ['with a blank level that goes on', '||质量指标|合格率|95%\n|效益指标|社会效益指标|受益人数|90人'],
  ])('%s', (_, rest) => {
    const expected = [
      '校舍修缮/产出指标/数量指标/修缮面积/30平方米',
      '校舍修缮/产出指标/质量指标/合格率/95%',
      '校舍修缮/效益指标/社会效益指标/受益人数/90人',
    ];
    expect(indicatorsOf(read(TITLE, FORM, rest))).toEqual(expected);
    const again = read(`${TITLE}（2026年度）`, FORM, TITLE, rest);
    expect(indicatorsOf(again)).toEqual(expected);
    expect(unclaimed(again)).toBe(0);
  });

  it.each(['项目支出绩效目标表', '项目支出绩效目标表（续）', '续表1'])(
    'under its title in the grid: %s',
    (title) => {
      const reading = read(TITLE, FORM, `${title}|<|<|<|<\n绩效指标|产出指标|质量指标|合格率|95%`);
      expect(reading.disclosure.indicators.map(({ name }) => name)).toEqual(['修缮面积', '合格率']);
      expect(reading.forms).toHaveLength(1);
    },
  );

  it('under a title that says it goes on', () => {
    const reading = read(TITLE, FORM, `${TITLE}（续）`, '绩效指标|产出指标|质量指标|合格率|95%');
    expect(reading.disclosure.indicators.map(({ name }) => name)).toEqual(['修缮面积', '合格率']);
  });

  it.each(['整体绩效目标', '年度绩效目标', '绩效指标设定', '年度绩效目标和指标'])(
    'beside a side label printed again: %s',
    (side) => {
      const reading = read(
        TITLE,
        `项目名称|校舍修缮|<|<|<
资金总额|<|其中：财政拨款|<|48.50
${side}|一级指标|二级指标|三级指标|指标值
^|产出指标|数量指标|修缮面积|30平方米
^|^|^|更换门窗|12扇`,
        `${side}|产出指标|质量指标|合格率|95%\n^|效益指标|社会效益指标|受益人数|90人`,
      );
      expect(reading.disclosure.indicators.map(({ name }) => name)).toEqual([
        '修缮面积',
        '更换门窗',
        '合格率',
        '受益人数',
      ]);
      expect(unclaimed(reading)).toBe(0);
    },
  );

  it.each([
    ['one row', '||| 合格率|95%'],
    ['several rows', '||| 合格率|95%\n||| 返工次数|≤2次'],
  ])('with no level on the whole page: %s', (_, rest) => {
    const reading = read(TITLE, FORM, rest);
    expect(indicatorsOf(reading)[1]).toBe('校舍修缮/产出指标/数量指标/合格率/95%');
    expect(reading.disclosure.indicators).toHaveLength(rest.split('\n').length + 1);
  });

  it('does not take rows without levels for it where nothing is a target', () => {
    expect(read(TITLE, FORM, '||| 李某|科员\n||| 王某|科员').disclosure.indicators).toHaveLength(1);
  });

  it('below the name of the project printed again', () => {
    const reading = read(
      TITLE,
      FORM,
      TITLE,
      '项目名称|校舍修缮|<|<|<\n绩效指标|产出指标|质量指标|合格率|95%',
    );
    expect(indicatorsOf(reading)[1]).toBe('校舍修缮/产出指标/质量指标/合格率/95%');
    expect(reading.disclosure.projects).toHaveLength(1);
    expect(unclaimed(reading)).toBe(0);
  });

  it('below the name of another project it is none of the one above', () => {
    const reading = read(TITLE, FORM, '项目名称|操场修缮|<|<|<\n绩效指标|产出指标|质量指标|合格率|95%');
    expect(indicatorsOf(reading)).not.toContain('校舍修缮/产出指标/质量指标/合格率/95%');
  });

  it('with a column for each that spanned two above', () => {
    const reading = read(
      TITLE,
      `项目名称|校舍修缮|<|单位|某校|<|编号|7
资金|<|三万元|<|属性|新增|<|<
绩效指标|一级指标|<|二级指标|<|三级指标|<|指标值
^|产出指标|<|数量指标|<|修缮面积|<|30平方米`,
      '绩效指标|产出指标|质量指标|合格率|95%\n^|效益指标|社会效益指标|受益人数|90人',
    );
    expect(indicatorsOf(reading).slice(1)).toEqual([
      '校舍修缮/产出指标/质量指标/合格率/95%',
      '校舍修缮/效益指标/社会效益指标/受益人数/90人',
    ]);
  });

  it('leaves what follows the table to the rest of the form', () => {
    const reading = read(
      TITLE,
      FORM,
      '产出指标|质量指标|合格率|95%\n满意度指标|服务对象满意度指标|满意度|90%\n项目概况|修缮两栋教学楼。|<|<',
    );
    expect(reading.disclosure.indicators).toHaveLength(3);
    expect(reading.disclosure.projects[0]?.purpose).toBe('修缮两栋教学楼。');
  });

  it('ends under another title', () => {
    const reading = read(
      TITLE,
      FORM,
      '政府采购预算表',
      '产出指标|质量指标|合格率|95%\n效益指标|社会效益指标|受益人数|90人',
    );
    expect(reading.disclosure.indicators).toHaveLength(1);
  });

  it('goes on behind a grid that is none of it', () => {
    const reading = read(TITLE, FORM, '姓名|职务\n某某|科员', '产出指标|质量指标|合格率|95%');
    expect(reading.disclosure.indicators.map(({ name }) => name)).toEqual(['修缮面积', '合格率']);
  });

  it.each(['收入|预算数|支出|预算数|备注\n拨款|268|工资|268|', '产出|一般公共预算|甲|乙|丙\n丁|戊|己|庚|辛'])(
    'does not take another table for the rest of it: %s',
    (other) => {
      expect(read(TITLE, FORM, other).disclosure.indicators).toHaveLength(1);
    },
  );
});

describe('a list that goes on in the next grid', () => {
  const HEADER = '项目名称|项目总额|绩效目标|一级指标|二级指标|三级指标|指标性质|指标值|度量单位';
  const FIRST = `${HEADER}
安全巡查|38|做好巡查。|产出指标|数量指标|巡查次数|≥|24|次`;

  it('on which the outer columns are missing', () => {
    const reading = read(
      TITLE,
      FIRST,
      '产出指标|时效指标|完成时间|≤|12|月\n效益指标|社会效益指标|事故起数|≤|2|起',
      '干部培训|12|办好培训。|产出指标|数量指标|培训班次|＝|6|班次',
    );
    expect(indicatorsOf(reading)).toEqual([
      '安全巡查/产出指标/数量指标/巡查次数/≥24次',
      '安全巡查/产出指标/时效指标/完成时间/≤12月',
      '安全巡查/效益指标/社会效益指标/事故起数/≤2起',
      '干部培训/产出指标/数量指标/培训班次/＝6班次',
    ]);
    expect(reading.disclosure.projects.map(({ money }) => money?.figure)).toEqual(['38', '12']);
  });

  it('with a column that no list knows', () => {
    const reading = read(
      TITLE,
      `项目名称|项目总额|神秘栏|一级指标|二级指标|三级指标|指标值
安全巡查|38|甲类|产出指标|数量指标|巡查次数|24次`,
      '干部培训|12|乙类|产出指标|数量指标|培训班次|6班\n干部体检|9|丙类|产出指标|数量指标|体检人数|80人',
    );
    expect(indicatorsOf(reading).slice(1)).toEqual([
      '干部培训/产出指标/数量指标/培训班次/6班',
      '干部体检/产出指标/数量指标/体检人数/80人',
    ]);
    expect(unclaimed(reading)).toBe(3);
  });

  it.each([
    ['of a list with indicators', '一级指标|二级指标|三级指标|指标值', '产出指标|数量指标|培训班次|6班'],
    ['of a list without', '绩效目标', '办好培训。'],
  ])('keeps the agency whose cell is blank at the top of the page %s', (_, labels, values) => {
    const { disclosure } = read(
      TITLE,
      `单位名称|项目名称|项目总额|${labels}\n某区应急局|安全巡查|38|${values}`,
      `|干部培训|12|${values}`,
    );
    expect(disclosure.projects.map(({ name, agency }) => `${name} ${agency}`)).toEqual([
      '安全巡查 某区应急局',
      '干部培训 某区应急局',
    ]);
  });

  it('has projects without a name beside their agency', () => {
    const { disclosure } = read(
      TITLE,
      `单位名称|${FIRST.replace('\n', '\n某区应急局|')}
某区应急局||12|办好培训。|产出指标|数量指标|培训班次|＝|6|班次`,
    );
    expect(disclosure.projects.map(({ name, money }) => [name, money?.figure])).toEqual([
      ['安全巡查', '38'],
      ['', '12'],
    ]);
    expect(disclosure.indicators[1]?.project).toBe(2);
  });

  it('follows the columns of a header printed again with other spans', () => {
    const { disclosure } = read(
      TITLE,
      `项目名称|<|项目总额|绩效目标|财政拨款
安全巡查|<|38|做好巡查。|30
项目名称|项目总额|<|绩效目标|财政拨款
干部培训|12|<|办好培训。|10`,
    );
    expect(disclosure.projects.map(({ name, money }) => `${name} ${money?.figure}`)).toEqual([
      '安全巡查 38',
      '干部培训 12',
    ]);
  });

  it('keeps the project whose cells are blank on the next page', () => {
    const reading = read(TITLE, FIRST, `${HEADER}\n|||产出指标|时效指标|完成时间|≤|12|月`);
    expect(indicatorsOf(reading)[1]).toBe('安全巡查/产出指标/时效指标/完成时间/≤12月');
    expect(reading.disclosure.projects).toHaveLength(1);
  });

  it('begins anew under captions that name another department', () => {
    const list = (name: string) => `项目名称|项目总额|绩效目标\n${name}|38|做好${name}。`;
    const { disclosures } = read(
      TITLE,
      '部门名称：甲县教育局',
      list('安全巡查'),
      TITLE,
      '部门名称：甲县水利局',
      list('渠道清淤'),
    );
    expect(disclosures.map(({ department }) => department)).toEqual(['甲县教育局', '甲县水利局']);
  });

  it('reads the same however it is cut into grids', () => {
    const levels = [
      '产出指标|数量指标',
      '产出指标|质量指标',
      '效益指标|社会效益指标',
      '满意度指标|服务对象满意度指标',
    ];
    const rows = fc.array(fc.tuple(fc.boolean(), fc.nat(3)), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(rows, fc.array(fc.nat(2), { minLength: 12, maxLength: 12 }), (drawn, cuts) => {
        const lines = drawn.map(([begins, level], i) => {
          const project = begins || i === 0 ? `第${i}号项目|${10 + i}|做好第${i}件事。` : '||';
          return `${project}|${levels[level]}|第${i}项任务|≥|${i + 1}|次`;
        });
        const grids: string[] = [];
        for (const [i, line] of lines.entries()) {
          const cut = i > 0 && cuts[i] !== 0;
          if (i === 0) grids.push(`${HEADER}\n${line}`);
          else if (cut && cuts[i] === 1) grids.push(line);
          else if (cut) grids.push(`${HEADER}\n${line}`);
          else grids[grids.length - 1] += `\n${line}`;
        }
        const whole = read(TITLE, `${HEADER}\n${lines.join('\n')}`);
        expect(indicatorsOf(read(TITLE, ...grids))).toEqual(indicatorsOf(whole));
        expect(whole.disclosure.indicators).toHaveLength(lines.length);
      }),
      { numRuns: 40 },
    );
  });
});

it('a label of a goal left of the columns, below a header printed again, ends no table', () => {
  const reading = read(
    '部门整体支出绩效目标表',
    `部门名称|<|青禾市数据局|<|<|<
整体绩效目标|整体绩效目标|推进共享，方便办事。|<|<|<
^|活动|绩效指标|指标性质|指标值|度量单位
整体绩效目标|数据管理|产出指标数量指标新增目录数|≥|30|个
^|数据管理|产出指标质量指标可用率|≥|99|%`,
  );
  expect(indicatorsOf(reading)).toEqual([
    '/产出指标/数量指标/新增目录数/≥30个',
    '/产出指标/质量指标/可用率/≥99%',
  ]);
  expect(reading.disclosure.texts.map(({ text }) => text)).toEqual(['推进共享，方便办事。']);
});
