import { describe, expect, it } from 'vitest';
import { recognizeForms } from '../../../normalizers/recognize/segments/recognize-forms.js';
import { TABLE_KINDS } from '../../../src/model/facts/form-kinds.js';
import { drawTable, paragraph, read } from './draw-table.js';

const HEADER = '一级指标|二级指标|三级指标|指标值';
const project = (name: string, target = '1个') =>
  `项目名称|${name}|<|<\n${HEADER}\n产出指标|数量指标|甲|${target}`;

const projectsOf = (...parts: Parameters<typeof read>): string[] =>
  read(...parts).disclosures.flatMap((each) =>
    each.projects.map(
      ({ id, name }) => `${name} ${each.indicators.filter((i) => i.project === id).map((i) => i.target)}`,
    ),
  );

describe('where a form begins and ends', () => {
  it('takes the title and captions from the paragraphs above', () => {
    const { forms, disclosure } = read(
      '第三部分 预算表',
      '2024年项目支出绩效目标表',
      '填报单位：某县教育局 金额单位：万元',
      `项目名称|校舍修缮|<|<\n资金总额|<|<|30\n${HEADER}\n产出指标|数量指标|甲|1个`,
    );
    expect(forms.map((form) => form.title?.text)).toEqual(['2024年项目支出绩效目标表']);
    expect(disclosure.department).toBe('某县教育局');
    expect(disclosure.projects[0]?.money).toMatchObject({ fen: 30_000_000, unitFrom: 'paragraph' });
  });

  it('joins the year printed on a line of its own to the title', () => {
    const { disclosure } = read('项目支出绩效目标表', '（2024年度）', project('校舍修缮'));
    expect(disclosure.year).toBe(2024);
  });

  it('goes on with a form over the next grid', () => {
    expect(
      projectsOf('项目支出绩效目标表', project('校舍修缮'), `${HEADER}\n效益指标|社会效益指标|乙|2个`),
    ).toEqual(['校舍修缮 1个,2个']);
  });

  it('begins a new form at a title between grids', () => {
    expect(
      projectsOf('项目支出绩效目标表', project('校舍修缮'), '项目支出绩效目标表', project('操场改造', '2个')),
    ).toEqual(['校舍修缮 1个', '操场改造 2个']);
  });

  it('begins a new form where the first label comes again in one grid', () => {
    expect(projectsOf('项目支出绩效目标表', `${project('校舍修缮')}\n${project('操场改造', '2个')}`)).toEqual(
      ['校舍修缮 1个', '操场改造 2个'],
    );
  });

  it('begins a new form at a title inside the grid', () => {
    const title = '2024年项目支出绩效目标表|<|<|<';
    expect(projectsOf(`${title}\n${project('校舍修缮')}\n${title}\n${project('操场改造', '2个')}`)).toEqual([
      '校舍修缮 1个',
      '操场改造 2个',
    ]);
  });

  it('finds the project’s name in the title where no cell holds it', () => {
    const table = `年度目标|完成修缮|<|<\n${HEADER}\n产出指标|数量指标|甲|1个`;
    expect(projectsOf('301008_某局_科技兴警绩效目标表', table)).toEqual(['科技兴警 1个']);
  });

  it('looks at a grid under a performance title whose own words say nothing', () => {
    const { disclosure } = read(
      '2023年度项目支出绩效自评表',
      '项目名称|校舍修缮|<|<\n项目资金（万元）|全年预算数|全年执行数|执行率\n年度资金总额|100|90|90%',
      `${HEADER}\n产出指标|数量指标|甲|1个`,
    );
    expect(disclosure.projects[0]).toMatchObject({ name: '校舍修缮', money: { figure: '100' } });
  });

  it.each([
    ['a table of revenue and expenditure', '收入|预算数\n一般公共预算拨款|268.30'],
    ['a list of staff', '姓名|职务\n某某|科员'],
    ['a list of targets that are none', '指标|单位\n降雨量|毫米'],
  ])('leaves %s alone', (_, drawing) => {
    const { forms, claims } = recognizeForms([paragraph('部门收支总表'), drawTable(drawing)]);
    expect({ forms, claims }).toEqual({ forms: [], claims: [] });
  });
});

describe('kinds and states', () => {
  it('reads a blank form as a template that holds nothing', () => {
    const { forms, disclosure, claims } = read(
      '项目支出绩效目标申报表',
      `项目名称||<|<\n年度资金总额||<|<\n年度目标|目标1：⏎目标2：|<|<\n${HEADER}\n产出指标|数量指标|指标1：|\n^|质量指标|……|`,
    );
    expect(forms.map((form) => form.state)).toEqual(['template']);
    expect([disclosure.projects, disclosure.indicators, disclosure.budgets]).toEqual([[], [], []]);
    expect(claims.filter((claim) => claim.status === 'unclaimed')).toEqual([]);
  });

  it('tells department, summary, project, list and self-evaluation apart', () => {
    const kind = (title: string, table: string) => read(title, table).forms[0]?.kind;
    expect([
      kind('部门整体支出绩效目标表', `部门名称|某局|<|<\n${HEADER}\n产出指标|数量指标|甲|1个`),
      kind('专项资金绩效目标汇总表', '序号|名称|金额|年度绩效目标\n1|校舍修缮|30|修缮三所'),
      kind('项目支出绩效目标表', project('校舍修缮')),
      kind(
        '项目支出绩效目标表',
        `项目名称|${HEADER}\n校舍修缮|产出指标|数量指标|甲|1个\n操场改造|产出指标|数量指标|乙|2个`,
      ),
      kind('2023年项目支出绩效自评表', project('校舍修缮')),
      kind('2023年部门整体支出绩效自评表', `部门名称|某局|<|<\n${HEADER}\n产出指标|数量指标|甲|1个`),
    ]).toEqual(TABLE_KINDS);
  });

  it('calls a form without any project’s name partial', () => {
    const { forms } = read('项目支出绩效目标表', `主管部门|某局|<|<\n${HEADER}\n产出指标|数量指标|甲|1个`);
    expect(forms[0]).toMatchObject({ state: 'partial', certainty: { missing: ['project.name'] } });
  });

  it('reads a list with goals only', () => {
    const { disclosure, forms } = read(
      '部门预算项目支出及其他支出预算表',
      '单位名称：某县教育局 单位：万元',
      '支出项目类别（资金使用单位）|总计|财政拨款|其他资金|绩效目标\n合计|50|45|5|\n某县教育局|50|45|5|\n校舍修缮|30|30|0|修缮三所\n操场改造|20|15|5|改造一处',
    );
    expect(
      disclosure.projects.map(({ name, money, annualGoal }) => [name, money?.figure, annualGoal]),
    ).toEqual([
      ['校舍修缮', '30', '修缮三所'],
      ['操场改造', '20', '改造一处'],
    ]);
    expect(forms[0]?.total?.money.figure).toBe('50');
  });
});

describe('flat lists', () => {
  const TITLE = '项目支出绩效目标表';
  const COLUMNS = '项目名称|项目总额|绩效目标|一级指标|三级指标|指标值';

  it('over grids: carries the project over a break into rows without a name, or with the name again', () => {
    expect(
      projectsOf(
        TITLE,
        `${COLUMNS}\n校舍修缮|30|修缮|产出指标|甲|1个\n^|^|^|效益指标|乙|2个`,
        `${COLUMNS}\n|||满意度指标|丙|90%\n操场改造|20|改造|产出指标|丁|3个`,
        `${COLUMNS}\n操场改造|20|改造|效益指标|戊|4个`,
      ),
    ).toEqual(['校舍修缮 1个,2个,90%', '操场改造 3个,4个']);
  });

  it('over grids: reads one of the same columns without a header', () => {
    expect(
      projectsOf(
        TITLE,
        `${COLUMNS}\n校舍修缮|30|修缮|产出指标|甲|1个`,
        '校舍修缮|30|修缮|效益指标|乙|2个\n操场改造|20|改造|产出指标|丙|3个',
      ),
    ).toEqual(['校舍修缮 1个,2个', '操场改造 3个']);
  });

  it('reads the name once in its run, where cells are not merged', () => {
    expect(
      projectsOf(
        TITLE,
        `${COLUMNS}\n校舍修缮|30|修缮|产出指标|甲|1个\n|||效益指标|乙|2个\n操场改造|20|改造|产出指标|丙|3个`,
      ),
    ).toEqual(['校舍修缮 1个,2个', '操场改造 3个']);
  });

  it('parts the code from the name', () => {
    const { disclosure } = read(TITLE, `${COLUMNS}\n11011624T000002400101-校舍修缮|30|修缮|产出指标|甲|1个`);
    expect(disclosure.projects[0]).toMatchObject({
      name: '校舍修缮',
      code: '11011624T000002400101',
      namePrinted: '11011624T000002400101-校舍修缮',
    });
  });

  it('counts neither totals nor agency rows as projects', () => {
    const { disclosure, claims } = read(
      TITLE,
      '金额单位：元',
      '单位名称|项目名称|预算数|年度目标|一级指标|二级指标|三级指标|指标值\n820-某镇人民政府部门||500||||| \n820001-某镇人民政府|校舍修缮|300|修缮|产出指标|数量指标|甲|1个\n^|操场改造|200|改造|产出指标|数量指标|乙|2个\n合计||500|||||',
    );
    expect(disclosure.projects.map(({ name, agency, money }) => [name, agency, money?.fen])).toEqual([
      ['校舍修缮', '某镇人民政府', 30_000],
      ['操场改造', '某镇人民政府', 20_000],
    ]);
    expect(disclosure.departmentCode).toBe('820');
    expect(claims.filter((claim) => claim.status === 'unclaimed')).toEqual([]);
  });
});
