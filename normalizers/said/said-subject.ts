import { leadingNumber } from './prose-heading.js';

/** What an amount is, by the word before it: 年初预算为 … 支出决算为 …. */
export type AmountRole = 'budget' | 'actual' | null;

export interface SaidSubject {
  /** Without 本部门, years, numbers and verbs; '' where nothing else is said. */
  name: string;
  /** Of a function or economy class. */
  code: string | null;
  /** Classes printed before its own, joined by `/`: 一般公共服务/信访事务. */
  classes: string | null;
  role: AmountRole;
  year: number | null;
}

const HEAD =
  '(?:共?有|使用|发生|购置|收入|支出|收支|收、支|财政拨款|一般公共预算|政府性基金|国有资本|预算|决算|“三公”|三公|机关运行|政府采购|委托业务费|因公|公务|会议费|培训费|年初|全年|本年|部门|单位预算|固定资产|资产|车辆|人员|编制|在?编|实有|在职|离?退休|总|行政经费|运转|基本支出|项目支出|当年|安排|核定)';
const OFFICE =
  '(?:局|委员会|委|办公室|办公厅|办|厅|法院|检察院|研究院|院|会|部|中心|支队|大队|总队|站|所|学校|校|馆|室|处|队|电视台|台|社|公司|政府|大学|医院|机关|部门|单位)';
const OWNER = new RegExp(
  `^[^，。；：、]{2,36}?${OFFICE}(?:（[^）]{1,20}）)?(?:本级|机关|部门|单位|及所属单位|20\\d{2}年度?|的)*(?=${HEAD})`,
);

const NOISE =
  /^(?:[—、，：-]+|20\d{2}年度?|截[至止].*?日|本(?:部门|单位|机关|局|委|办|院|校|中心|支队|系统|年度|级)(?:及?所属(?:各级?)?(?:预算)?单位)?|我(?:部门|单位|局|委|办|院|校|中心|支队|市|县|区|省|厅)|所属各?(?:级)?预算单位|各预算单位|(?:部门|单位)(?=[^价管])|当年|今年|全年(?!预算)|相应|(?:财政拨款|一般公共预算(?:财政)?(?:拨款)?|政府性基金(?:预算)?)?安排的?(?=.{2})|(?:部门|单位)?预算安排的?|(?:一般公共预算)?(?:财政)?拨款(?:安排|支出)?的|共有|共计?|使用|执行(?!数)|管理的|和|及|以及|其中|预计|拟|核定|按|各|的|系)/;
const TAIL =
  /(?:总额|总数|均|为|是|共有?|(?<![合总])计|达|安排|列支|人民币|预计|约|(?<=.)涉及(?:财政?拨款?|财拨)?资金|（(?:不?含|不包括|包括|详见)[^）]*）)$/;

const ROLES: readonly (readonly [AmountRole, RegExp])[] = [
  ['budget', /(?:年初|全年|当年|年度|调整后?的?)预算(?:批复)?(?:数|安排)?$|(?<!总)预算(?:批复数?|数|安排)$/],
  ['actual', /(?<!总)决算(?:支出)?(?:数|金额)?$|(?:实际)?执行数$|实际(?:支出|执行|完成)(?:数)?$/],
];
/** 预算 behind what names the money already: 公务接待费预算, 项目支出预算. */
const BUDGET_OF =
  /(?<=费|费用|经费|（项）)(?:支出|收入)?预算$|(?<=拨款|..支出|..收入)预算$|(?<=费|费用|经费)预算支出$/;
/** 收入 and 支出 alone are the whole's. */
const WHOLE = /^(?:预算)?(?<side>收入|支出)(?:预算|决算)?$/;

const CLASSES =
  /^(?<first>[^（）]{2,40})（类）(?:(?<second>[^（）]*(?:（[^）]{1,8}）[^（）]*)?)（款）)?(?:(?<third>.{2,40})（项）)?(?<rest>支出|预算|收入)?$/;

/** Reads a plain text that names what a figure is said of. */
export function readSubject(text: string): SaidSubject {
  const year = /20\d{2}(?=年)/.exec(text)?.[0];
  const printed = withoutNoise(text);
  const { words, role } = withoutTail(printed);
  const coded = withoutCode(words);
  const classes = classesOf(coded.name);
  return {
    name:
      classes?.name ?? shortName(coded.code === null ? withoutOwner(coded.name) : coded.name, printed, role),
    code: coded.code,
    classes: classes?.above ?? null,
    role,
    year: year === undefined ? null : Number(year),
  };
}

/** Without verbs and the words for budget or final account at its end. */
function withoutTail(text: string): { words: string; role: AmountRole } {
  let words = text;
  let role: AmountRole = null;
  for (let before = ''; before !== words; ) {
    before = words;
    words = words.replace(TAIL, '');
    const found = ROLES.find(([, pattern]) => pattern.test(words));
    if (!found) continue;
    role ??= found[0];
    words = words.replace(found[1], '');
  }
  const budget = words.replace(BUDGET_OF, '');
  return budget === words ? { words, role } : { words: budget, role: role ?? 'budget' };
}

function shortName(name: string, printed: string, role: AmountRole): string {
  const whole = WHOLE.exec(name)?.groups?.side;
  if (whole && role === 'actual') return `${whole}决算`;
  if (whole && (role === 'budget' || /预算/.test(printed))) return `${whole}预算`;
  return withoutQuotes(name)
    .replace(/(?<=(?<!缴)费)(?:支出|预算)+$/, '')
    .replace(/["'‘“”’]?三公["'‘“”’]?/, '“三公”');
}

function withoutNoise(text: string): string {
  let rest = text;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.slice(leadingNumber(rest)?.length ?? 0);
    rest = rest.replace(NOISE, '');
  }
  return rest;
}

/** Without the department's name; a class of its own may begin like one (行政单位离退休). */
function withoutOwner(name: string): string {
  if (/^(?:行政|事业|机关)+(?:单位|部门)/.test(name)) return name;
  const rest = name.replace(OWNER, '');
  return rest === name ? name : withoutTail(withoutNoise(rest)).words;
}

function withoutCode(text: string): { name: string; code: string | null } {
  const before = /^(?<code>\d{3,7})[-—]?(?=[^\d年])/.exec(text);
  if (before) return { name: text.slice(before[0].length), code: before.groups?.code ?? null };
  const behind = /[（[](?<code>\d{3,7})[）\]](?:科目|支出)?$/.exec(text);
  if (behind) return { name: text.slice(0, behind.index), code: behind.groups?.code ?? null };
  return { name: text, code: null };
}

/** “一般公共服务支出”科目 */
const withoutQuotes = (text: string): string =>
  text.replace(/^“(?!三公)([^“”]{2,30})”(?:科目|类)?$/, '$1').replace(/科目$/, '');

function classesOf(text: string): { name: string; above: string | null } | null {
  const found = CLASSES.exec(text)?.groups;
  if (!found) return null;
  const names = [found.first, found.second, found.third].filter((name) => name !== undefined && name !== '');
  const own = names.pop() ?? '';
  const isClass = names.length === 0 && found.rest === '支出' && !own.endsWith('支出');
  return { name: isClass ? `${own}支出` : own, above: names.length > 0 ? names.join('/') : null };
}
