import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DisclosuresRead, readDisclosures } from '../../../normalizers/read-disclosures.js';
import { type Block, isGrid } from '../../../src/model/grid.js';
import { drawTable, paragraph } from './draw-table.js';

/** Strings are paragraphs, or tables where they hold a `|`. */
function readAll(...parts: (string | Block)[]): DisclosuresRead {
  let tables = 0;
  const blocks = parts.map((part, i): Block => {
    if (typeof part !== 'string') return part;
    return part.includes('|') ? drawTable(part, ++tables) : paragraph(part, i + 1);
  });
  return readDisclosures({ format: 'text', outcome: 'ok', blocks, diagnostics: [] }, { path: 'a' });
}

const rowsOf = ({ unread }: DisclosuresRead): number => unread.reduce((sum, { rows }) => sum + rows, 0);
const alarms = ({ diagnostics }: DisclosuresRead): string[] =>
  diagnostics.filter(({ code }) => code === 'form-not-recognized').map(({ message }) => message);

const FORM = `项目名称|渠道清淤|<|<
年度目标|清淤十二公里，保证灌溉|<|<
一级指标|二级指标|三级指标|指标值
产出指标|数量指标|清淤长度|12公里`;

describe('rows that look like a performance form and belong to none', () => {
  it.each([
    [
      'classes of indicators without a header',
      4,
      [
        '1|60|学习演练|产出指标|时效指标|完成时间|≤|12|月\n|||产出指标|数量指标|人数|≤|24|人\n2|30|修缮|产出指标|数量指标|处数|≥|3|处\n|||效益指标|社会效益指标|受益|定性|优|',
      ],
    ],
    [
      'classes and name in one cell',
      2,
      ['灌区管护|产出指标数量指标管护渠道|≥|12|公里\n灌区管护|满意度指标服务对象满意度指标农户|≥|90|%'],
    ],
    [
      'a header in words of its own',
      3,
      [
        '考核维度|考核要点|三级指标说明|应达数值\n产出指标|数量指标|清淤长度|12公里\n效益指标|社会效益|灌溉保证|95%',
      ],
    ],
    ['a single row that a page break cut off', 1, ['满意度指标|服务对象满意度指标|农户满意|≥|95|%']],
    [
      'a title of a form over labels nobody knows',
      2,
      ['2024年度项目支出绩效目标表', '干什么|修渠道\n做到什么程度|渠道畅通'],
    ],
    [
      'a goal beside its label under a title of no table',
      2,
      ['事项情况', '事项|渠道清淤\n绩效目标|清淤十二公里，保证两千亩灌溉'],
    ],
    [
      'classes printed with spaces and scores',
      2,
      ['产 出 指 标（50分）|渠道清淤|12公里\n满意度 指标（10分）|农户满意|95%'],
    ],
  ])('%s', (_, rows, parts) => {
    const read = readAll(...parts);
    expect(read.forms).toEqual([]);
    expect(rowsOf(read)).toBe(rows);
    expect(read.outcome).toBe('partial');
    expect(alarms(read)).toHaveLength(1);
  });

  it('rows that go on where a form ended, over a page break', () => {
    const rest = drawTable('指标8：巡查次数|24次\n指标9：管护渠道|30公里', 2);
    const read = readAll('2024年项目支出绩效目标表', FORM, rest);
    expect(rowsOf(read)).toBe(2);
    expect(alarms(read)[0]).toContain('第 1–2 行（共 2 行）');
    expect(read.diagnostics.find(({ code }) => code === 'form-not-recognized')?.place).toBe('t2 r1 c1');
  });

  it('names the nearest header, what it lacks and the labels nobody knows', () => {
    const [message] = alarms(
      readAll('一级指标|考核要点|应达数值\n产出指标|清淤长度|12公里\n效益指标|灌溉保证|95%'),
    );
    expect(message).toContain('最接近的表头是指标表（第 1 行）');
    expect(message).toMatch(/缺 .*三级指标/);
    expect(message).toContain('“考核要点”、“应达数值”');
  });

  it('indicators written into one cell of a form, each with its class', () => {
    const packed =
      '（产出指标）清淤长度应达12公里。（效益指标）受益农户应达300户。（满意度指标）农户满意应达95%。';
    const read = readAll(
      `项目名称|金额|绩效目标|测算过程\n渠道清淤|12|清淤十二公里|${packed}\n渠道巡查|3|巡查三十公里|按次计算`,
    );
    expect(read.forms).toHaveLength(1);
    expect([rowsOf(read), read.unread[0]?.cells]).toEqual([1, []]);
  });

  it('indicators in an unknown notation in the cell of a goal', () => {
    const read = readAll(
      '2024年项目支出绩效目标表',
      '项目名称|金额|绩效目标\n普法宣传|20|Q1@数量指标#普法场次$GE$20$场;;Q2@质量指标#覆盖率$GE$95$%\n渠道巡查|3|巡查三十公里',
    );
    expect(rowsOf(read)).toBe(1);
    expect(read.outcome).toBe('partial');
  });

  it.each(['得分率', '自评得分'])('but no table of scores by class: %s', (score) => {
    const read = readAll(
      '2024年项目支出绩效目标表',
      FORM,
      '表2：综合评价得分情况表',
      `一级指标|分值|${score}\n决策指标|20|89.50%\n产出指标|30|84.33%\n效益指标|30|80.00%\n合计|80|85.2%`,
    );
    expect(rowsOf(read)).toBe(0);
  });

  it('a table inside of a cell', () => {
    const outer = drawTable('附件|见右\n表|内嵌');
    const cell = outer.cells[3];
    if (cell)
      cell.nested = [drawTable('一级指标|考核要点|应达数值\n产出指标|清淤长度|12公里\n效益指标|灌溉|95%')];
    expect(rowsOf(readAll(outer))).toBeGreaterThanOrEqual(3);
  });

  it('lines of text that stand like a table', () => {
    const read = readAll(
      ...[
        '产出指标',
        '数量指标',
        '清淤长度',
        '≥12公里',
        '质量指标',
        '验收合格率',
        '100%',
        '效益指标',
        '社会效益指标',
      ],
      ...['受益农户', '300户'],
    );
    expect(read.unread).toEqual([{ block: 0, cells: [], rows: 11 }]);
    expect(read.outcome).toBe('partial');
  });

  it('rows of text with their cells in one line', () => {
    const read = readAll(
      '产出指标 数量指标 清淤长度 ≥12公里',
      '产出指标 质量指标 合格率 ≥95%',
      '效益指标 社会效益指标 受益 300户',
    );
    expect(rowsOf(read)).toBe(3);
  });
});

describe('tables and texts that are no performance form', () => {
  it.each([
    [
      'income and expenditure',
      ['部门收支总表', '收入|<|支出|<\n项目|预算数|项目|预算数\n一般公共预算拨款收入|120|农林水支出|120'],
    ],
    ['三公经费', ['“三公”经费支出表', '合计|因公出国（境）费用|公务接待费\n12|0|12']],
    [
      'government procurement',
      ['政府采购预算表', '采购项目|采购目录|数量|单位|金额\n水泵|机械设备|12|台|30\n闸门|机械设备|2|扇|5'],
    ],
    [
      'projects with amounts only',
      ['项目支出表', '项目名称|金额|资金来源\n渠道清淤|12|本级\n渠道巡查|3|本级'],
    ],
    [
      'contents with titles of forms',
      ['目录', '序号|表名|是否空表\n14|部门整体支出绩效目标表|否\n15|专项业务经费绩效目标表|是'],
    ],
    [
      'the words of the glossary',
      ['名词解释', '名词|解释\n绩效目标|指财政预算资金计划在一定期限内达到的产出和效果'],
    ],
    ['performance pay', ['绩效工资发放表', '姓名|金额|月份\n某某|1200|一月\n某某|1300|一月']],
    ['trainings with dates', ['培训费明细表', '培训名称|时间|人数|金额\n业务培训|2024年3月4日|80|1.2']],
    [
      'a table of money below the title of a form that had no grid',
      ['项目绩效目标表', '科目编码|合计|基本支出|项目支出\n213|120|100|20\n2130301|120|100|20'],
    ],
    [
      'prose on goals',
      ['2024年本单位对12个项目编报了绩效目标，设置数量指标、质量指标和满意度指标共36个，覆盖全部项目支出。'],
    ],
    [
      'an outline of a report',
      [
        '1.数量指标。',
        '清淤12公里，完成年初目标。',
        '2.质量指标。',
        '验收合格率100%。',
        '3.社会效益指标。',
        '受益300户。',
      ],
    ],
  ])('%s', (_, parts) => {
    const read = readAll(...parts);
    expect(alarms(read)).toEqual([]);
    expect(read.unread).toEqual([]);
  });

  it('a table with a title of its own behind a form', () => {
    const read = readAll(
      '2024年项目支出绩效目标表',
      FORM,
      '会议费明细表',
      '防汛会议|2次|3万元|50人\n抗旱会议|1次|2万元|40人',
    );
    expect(rowsOf(read)).toBe(0);
    expect(read.outcome).toBe('ok');
  });
});

it('every non-blank cell of a grid with the words of the forms is held by a form or counted', () => {
  const word = fc.constantFrom(
    '产出指标',
    '数量指标',
    '三级指标',
    '指标值',
    '清淤长度',
    '≥12公里',
    '100%',
    '项目名称',
    '',
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(word, { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 8 }),
      (rows) => {
        const grid = drawTable(rows.map((row) => row.map((text) => text || ' ').join('|')).join('\n'));
        const { blocks, claims, unread } = readAll(grid);
        const held = new Set(claims.map(({ block, cell }) => `${block} ${cell}`));
        const cells = unread.flatMap((part) => part.cells.map((cell) => `${part.block} ${cell}`));
        expect(cells.filter((cell) => held.has(cell))).toEqual([]);
        expect(new Set(cells).size).toBe(cells.length);
        const levels = grid.cells.filter(({ text }) => text === '产出指标' || text === '数量指标').length;
        const isSplit = blocks.length > 1;
        if (levels >= 2 && claims.length === 0 && !isSplit) {
          const filled = blocks.filter(isGrid).flatMap((block) => block.cells);
          expect(cells).toHaveLength(filled.filter(({ text }) => text.trim() !== '').length);
        }
      },
    ),
  );
});
