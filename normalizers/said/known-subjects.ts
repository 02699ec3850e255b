import type { SaidSubject } from './said-subject.js';

/** What a sum of money can be called by its last word. */
const MONEY_NOUN =
  /(?:费用?|支出|收入|收支|预算|决算|拨款|资金|补助|补贴|公积金|年金|金额|总额|总计|合计|结余|结转|货物|工程|服务|采购|资产|保险|医疗|离退休|工资|福利|购置|债券|捐赠|用款|结转和结余|总决算|总预算|(?:货物|工程|服务)类)$/;
/** Words that are no subject of their own. */
const GENERIC =
  /^(?:资金|金额|总额|合计|总计|预算|决算|费用|经费|拨款|补助|补贴|资产|服务|项目|类|工程|货物|收入合计|上年|去年|上年度|其他|剩余|余额|差额|本年|人数|数量|人员)$/;
/** Words of what is done or planned, and of one thing among others. */
const CLAUSE =
  /完成|开展|推进|实现|增加|减少|新增|达到|提高|降低|追加|力争|突破|不低于|不超过|按照|根据|通过|由于|因为|该|此项|上述|每|人均|平均|标准|同意|批准|下达|收到|争取|用于|要求|不得|其他用途|我们|确保|纳入|绩效目标|因此|今年|分类|元/;

/** Whether money can be said of a subject: a class by its code or 类/款/项, or a known noun without the words of a clause. */
export function isMoneySubject({ name, code, classes }: SaidSubject): boolean {
  if (name.length < 2 || GENERIC.test(name)) return false;
  if (code !== null || classes !== null) return name.length <= 40 && !/[，。；]/.test(name);
  return name.length <= 30 && MONEY_NOUN.test(name) && !CLAUSE.test(name);
}

/** What is counted in each unit, by its last word. */
const COUNTED: Record<string, RegExp> = {
  辆: /(?:车辆?|用车|汽车|保有量)$/,
  台: /(?:设备|仪器|服务器|电脑|计算机)$/,
  套: /(?:设备|仪器|系统|软件|住房|用房)$/,
  人: /(?:人员|编制|编制(?:人)?数|人数|总数|在职|退休|离休|离退休|行政|事业|工勤|参公|职工|干部|编外|聘用|合同制|遗属|学生|教师|公务员|员额|实有|在岗|在编)$/,
  人次: /(?:接待|接待人数|累计|人次数?|出国（境）)$/,
  批次: /(?:接待|团组|批次数?)$/,
  个: /(?:团组数?|预算单位|批次数?)$/,
  平方米: /(?:房屋|面积|用房|建筑|土地)$/,
};

/** Whether a count in this unit can be said of a subject. */
export function isCountSubject({ name }: SaidSubject, unit: string): boolean {
  const nouns = COUNTED[unit.startsWith('台') ? '台' : unit === '名' ? '人' : unit];
  return (
    nouns !== undefined &&
    name.length >= 2 &&
    name.length <= 36 &&
    nouns.test(name) &&
    !/^(?:人数|总数|累计|人员|总人数)$/.test(name)
  );
}
