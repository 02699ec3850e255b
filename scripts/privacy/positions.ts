import { SeededRandom } from '../../test/support/seeded-random.js';
import { bankCard, identityCard } from './checked-numbers.js';

/** Rows of a form; what must not be readable afterwards, or what must. */
export interface Position {
  kind: string;
  rows: string[][];
  /** Texts that stand in `rows`. */
  tokens: string[];
}

const SURNAMES = [
  ...'王李张刘陈杨黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
];
const GIVEN = [
  ...'伟芳娜敏静丽强磊洋艳勇军杰娟涛超霞桂英建华玉兰志晓春梅国栋凤琴海燕俊峰秀珍红立新慧玲鹏辉浩宇婷雪莹旭彬斌欣怡雨轩梓涵思佳诗琪泽楷',
];
const AREAS = ['010', '021', '0731', '0733', '0571', '0898', '0991', '028', '0311', '0755'];

/** Positions of private texts in the forms of governments, each filled `rounds` times with invented persons. */
export function privatePositions(seed: number, rounds: number): Position[] {
  const random = new SeededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[random.integer(0, list.length - 1)] as T;
  const digits = (count: number) => Array.from({ length: count }, () => random.integer(0, 9)).join('');
  const name = () => `${pick(SURNAMES)}${pick(GIVEN)}${random.next() < 0.7 ? pick(GIVEN) : ''}`;
  const mobile = () => `1${random.integer(3, 9)}${digits(8)}${random.integer(1, 9)}`;
  const local = (area: string) => `${random.integer(2, 8)}${digits(/^0[12]/.test(area) ? 7 : 6)}`;
  const found: Position[] = [];
  const add = (kind: string, tokens: string[], rows: string[][]) => found.push({ kind, tokens, rows });
  for (let round = 0; round < rounds; round++) {
    for (const [kind, before, after] of MOBILE_FRAMES) {
      const number = mobile();
      const printed = pick([
        number,
        number,
        `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`,
        `${number.slice(0, 3)}-${number.slice(3, 7)}-${number.slice(7)}`,
        `+86${number}`,
        `+86 ${number}`,
        `0086${number}`,
        `86-${number}`,
      ]);
      add(`手机 ${kind}`, [number, printed], [['备注', `${before}${printed}${after}`]]);
    }
    for (const joint of ['', '-', ' ', '）', '—']) {
      const area = pick(AREAS);
      const number = local(area);
      const printed = joint === '）' ? `（${area}）${number}` : `${area}${joint}${number}`;
      add(`座机 “${joint}”`, [number], [['备注', `有疑问请拨打${printed}，工作日接听`]]);
    }
    const id = identityCard(random.integer(1950, 2004), digits(3));
    add('身份证号', [id], [['备注', pick([`身份证号${id}`, `领取人（${id}）`, `证件：${id}，已核`])]]);
    const card = bankCard(`62${digits(random.integer(13, 16))}`);
    const blocks = card.replace(/(.{4})(?=.)/g, '$1 ');
    add(
      '银行卡号',
      [card, blocks],
      [['备注', pick([`账号${card}`, `打卡到${blocks}`, `银行卡：${card}。`])]],
    );
    const mail = `${pick(['zhang', 'li.xm', 'wang_h', 'cz'])}${digits(4)}@${pick(['163.com', 'qq.com', 'example.gov.cn'])}`;
    add('邮箱', [mail], [['备注', pick([`邮箱：${mail}`, `发送至${mail}`, `（${mail}）`])]]);
    for (const label of LABELS) {
      const [right, glued, gap, cell] = [name(), name(), name(), name()];
      add(`${label}：姓名`, [right], [[`${label}：${right}`, '']]);
      add(`${label}：姓名＋电话`, [glued], [[`${label}：${glued}${mobile()}`, '']]);
      add(`${label} 姓名`, [gap], [[`${label} ${gap}`, '填报日期：2024年3月1日']]);
      add(`${label}|姓名`, [cell], [[label, cell]]);
    }
    const signed = name();
    add('（签字）', [signed], [[`${pick(['单位负责人', '经办人', '审核'])}（签字）${signed}`, '']]);
    const people = [name(), name(), name()];
    add('名单 姓名列', people, [
      ['序号', '姓名', '发放标准', '金额'],
      ...people.map((person, index) => [`${index + 1}`, person, '300', `${random.integer(1, 9)}00`]),
    ]);
    const below = name();
    add(
      '项目负责人 下格',
      [below],
      [
        ['序号', '实施单位', '项目负责人', '年限'],
        ['1', '林业站', below, '1年'],
      ],
    );
    for (const title of TITLES) {
      const titled = `${pick(SURNAMES)}${pick(GIVEN)}${pick(GIVEN)}`;
      add(
        '姓名＋职务',
        [titled],
        [['备注', `${pick(['由', '联系', '请与', '经'])}${titled}${title}${pick(['负责', '审定', '同意'])}`]],
      );
    }
  }
  return found;
}

const MOBILE_FRAMES: [kind: string, before: string, after: string][] = [
  ['单独', '', ''],
  ['逗号后', '详询业务股,', ''],
  ['全角逗号后', '详询业务股，', '。'],
  ['括号内', '业务股(', ')'],
  ['连字符后', '业务股-', ''],
  ['连字符前', '', '-业务股'],
  ['汉字之间', '拨打', '咨询'],
  ['顿号后', '业务股、', '、值班室'],
];
const LABELS = [
  '填表人',
  '审核',
  '制表',
  '填报',
  '经办人员',
  '填报人员',
  '负责同志',
  '主管局长',
  '评价人员',
  '项目经理',
  '联系人',
  '项目负责人',
  '复核',
];
const TITLES = ['科长', '副局长', '主任', '处长', '同志', '股长', '书记'];

/** What looks like a person or a number and must stay. */
export function harmlessPositions(seed: number, rounds: number): Position[] {
  const random = new SeededRandom(seed);
  const digits = (count: number) => Array.from({ length: count }, () => random.integer(0, 9)).join('');
  const found: Position[] = [];
  const add = (kind: string, ...row: string[]) =>
    found.push({ kind, tokens: [row.at(-1) ?? ''], rows: [row] });
  for (let round = 0; round < rounds; round++) {
    for (const place of ['石峰区', '高新区', '黄河路', '金山镇', '白马村', '龙江县', '安乐社区'])
      add('地名旁边', random.next() < 0.5 ? '项目负责人' : '责任人', place);
    for (const office of ['综治科', '办公室', '林业站', '县财政局', '乡镇街道', '各村委会'])
      add('科室旁边', '项目负责人', office);
    add('十一位人数', '受益人数', `1${random.integer(3, 9)}${digits(9)}人`);
    add('十一位金额', '金额（元）', `1${random.integer(3, 9)}${digits(9)}.00`);
    add('十一位金额', '预算金额', `1${random.integer(3, 9)}${digits(4)}00000`);
    add('十一位人数', '人数', `1${random.integer(3, 9)}${digits(9)}`);
    add('项目编码', '项目编码', `43020024${digits(12)}`);
    add('文号', '备注', `财预〔2024〕${digits(3)}号`);
    add('日期', '备注', `2024-0${random.integer(1, 9)}-1${digits(1)}`);
    add('热线', '备注', '拨打12345热线');
    for (const text of [
      '审核 及时完成',
      '制表 规范',
      '审核：严格按程序',
      '公文审核及时率',
      '项目经理培训班',
      '文明同志驿站建设',
      '金融办主任会议',
      '村主任培训',
      '全国劳动模范书记工作室',
      '审核通过率100%',
      '高级主任医师评审',
      '常务副局长办公会',
      '任务完成同志满意度',
      '党支部书记培训',
    ])
      add('用语', '备注', text);
    add('用语', '审核', '严格把关');
    add('用语', '姓名', '详见附件');
    add('单位', '名称', '华容农商行');
  }
  return found;
}
