import { describe, expect, it } from 'vitest';
import { findingsInForms, PROJECT_LAYOUTS, type PrintedRow } from '../../support/project-forms.js';

const RULE = 'price-times-quantity-differs';

const count = (name: string, sign: string, value: string, unit: string): PrintedRow => [
  '产出指标',
  '数量指标',
  name,
  sign,
  value,
  unit,
];
const cost = (name: string, sign: string, value: string, unit: string): PrintedRow => [
  '成本指标',
  '经济成本指标',
  name,
  sign,
  value,
  unit,
];

async function severities(name: string, amount: string, rows: PrintedRow[], layout = PROJECT_LAYOUTS[1]) {
  const findings = await findingsInForms(layout ?? 'columns', [{ name, amount, rows }]);
  return findings.filter(({ rule }) => rule === RULE).map(({ severity }) => severity);
}

describe('price-times-quantity-differs', () => {
  it.each(PROJECT_LAYOUTS)('reads prices and quantities of the layout %s', async (layout) => {
    const rows = [count('购置净水器台数', '＝', '40', '台'), cost('净水器单价', '≤', '9000', '元/台')];
    expect(await severities('乡镇卫生院净水器购置', '3.6', rows, layout)).toEqual(['warning']);
    expect(await severities('乡镇卫生院净水器购置', '36', rows, layout)).toEqual([]);
  });

  it.each<[string, string, string, PrintedRow[], string[]]>([
    [
      'boxes a year, the unit in the name',
      '档案寄存',
      '10.8',
      [count('寄存档案箱数', '＝', '1500', '箱'), cost('寄存档案成本投入箱/年', '≤', '90', '元')],
      ['note'],
    ],
    [
      '每家, two classes of one quantity, ten times too much money',
      '养老机构消防评估',
      '66',
      [
        count('消防评估家数', '≥', '15', '家'),
        cost('每家小型养老机构评估成本', '≤', '2000', '元'),
        cost('每家大型养老机构评估成本', '≤', '3000', '元'),
      ],
      ['warning'],
    ],
    [
      'an area under another word for the work',
      '办事大厅修缮',
      '60',
      [count('改造面积', '＝', '900', '平方米'), cost('装修单价', '≤', '3000', '元/平方米')],
      ['warning'],
    ],
    [
      'rent by the month',
      '窗口用房租赁',
      '20',
      [count('租赁用房面积', '＝', '1200', '平方米'), cost('用房月租金', '≤', '45', '元/平方米')],
      ['warning'],
    ],
    [
      'several prices: their sum',
      '应急物资采购',
      '20',
      [
        count('购置帐篷', '＝', '100', '顶'),
        count('购置水泵', '＝', '20', '台'),
        count('购置发电机', '＝', '10', '台'),
        cost('水泵单价', '≤', '10000', '元/台'),
        cost('发电机单价', '≤', '30000', '元/台'),
      ],
      ['warning'],
    ],
    [
      'a cost target of the thing itself',
      '科普宣传',
      '80',
      [
        count('印制科普手册', '＝', '5000', '册'),
        count('举办讲座', '＝', '6', '场'),
        cost('科普手册单价', '＝', '8', '元/册'),
        cost('科普手册费用', '≤', '40', '万元'),
      ],
      ['warning'],
    ],
  ])('finds: %s', async (_, name, amount, rows, expected) => {
    expect(await severities(name, amount, rows)).toEqual(expected);
  });

  it.each<[string, string, string, PrintedRow[]]>([
    [
      'equal',
      '保安服务',
      '70',
      [count('聘用保安人数', '＝', '10', '人'), cost('保安薪酬', '≤', '7', '万元/人')],
    ],
    [
      'one drug of many',
      '药品采购',
      '300',
      [count('采购药品数量', '≥', '10', '万个'), cost('阿司匹林片', '≤', '9', '元/个')],
    ],
    [
      'the most one enterprise may get',
      '企业奖补',
      '100',
      [count('奖补企业数量', '≥', '20', '家'), cost('企业奖补标准', '≤', '50', '万元/家')],
    ],
    [
      'a price by the day, the days not told',
      '骨干培训',
      '18',
      [count('培训骨干人数', '＝', '100', '人'), cost('培训骨干成本', '≤', '450', '元/人/天')],
    ],
    [
      'one of several outputs',
      '文化惠民',
      '200',
      [
        count('印制海报', '＝', '500', '张'),
        count('送戏下乡', '＝', '60', '场'),
        cost('海报单价', '≤', '20', '元/张'),
      ],
    ],
    [
      'other costs beside it',
      '信息平台',
      '200',
      [
        count('租用服务器', '＝', '4', '台'),
        cost('服务器单价', '≤', '3', '万元/台'),
        cost('软件开发费', '≤', '180', '万元'),
      ],
    ],
    [
      'a lower bound a little below what is bought',
      '路灯维护',
      '30',
      [count('更换路灯', '≥', '120', '盏'), cost('路灯单价', '≤', '1500', '元/盏')],
    ],
    [
      'two quantities of one unit, neither named',
      '设备更新',
      '9',
      [
        count('更换水泵', '＝', '8', '台'),
        count('更换风机', '＝', '9', '台'),
        cost('单台成本', '≤', '2', '万元/台'),
      ],
    ],
    [
      'a price a year is the contract',
      '云服务租用',
      '38.5',
      [count('租用云主机', '＝', '12', '台'), cost('服务总成本', '≤', '77', '万元/年')],
    ],
    [
      'another unit',
      '水质检测',
      '5',
      [count('检测点位', '＝', '300', '个'), cost('检测单价', '≤', '600', '元/次')],
    ],
    [
      'metres of road and square metres of paint',
      '道路标线',
      '12',
      [count('道路标线长度', '＝', '900', '米'), cost('标线单价', '≤', '90', '元/平方米')],
    ],
  ])('stays silent: %s', async (_, name, amount, rows) => {
    expect(await severities(name, amount, rows)).toEqual([]);
  });

  it('is no more than a note where several levels pay, or only an instalment is paid', async () => {
    const subsidy = [
      count('高龄津贴发放人数', '＝', '5000', '人'),
      cost('高龄津贴标准', '＝', '1200', '元/人'),
    ];
    expect(await severities('高龄津贴', '150', subsidy)).toEqual(['note']);
    const instalment = [count('安装监控点位', '＝', '300', '个'), cost('监控点位单价', '≤', '1', '万元/个')];
    expect(await severities('监控点位建设首付款', '90', instalment)).toEqual(['note']);
  });
});
