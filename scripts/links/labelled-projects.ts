import { SeededRandom } from '../../test/support/seeded-random.js';
import { half, type LabelledPapers, Papers, pickFields } from './labelled-papers.js';

const MATTERS = [
  '小型水库除险加固',
  '村级公益事业建设',
  '城乡居民医疗救助',
  '乡村公路生命防护工程',
  '残疾人辅具适配',
  '退役军人就业创业',
  '松材线虫病防治',
  '农村饮水安全巩固提升',
  '食品安全抽样',
  '文艺精品创作',
  '民兵训练',
  '粮食储备轮换',
  '渔业资源增殖放流',
  '妇幼健康监测',
  '地质灾害避险搬迁',
  '城区路灯亮化',
  '非遗传承保护',
  '孤儿基本生活',
  '老年人体检',
  '土地确权登记',
  '河长制',
  '校园安保',
  '不动产档案数字化',
  '政务服务大厅',
  '招商推介',
  '党建阵地',
  '消防救援装备',
  '气象现代化',
  '殡葬改革',
  '公益性岗位',
  '动物疫病强制免疫',
  '农机安全监理',
  '大气污染源排查',
  '社区矫正人员教育',
  '志愿服务',
  '公共图书流动',
  '体育赛事承办',
  '宗教场所安全',
  '侨务联络',
  '史志编纂',
  '法律顾问',
  '财政评审',
  '统计入户',
  '审计外聘',
  '税费征管协作',
  '人才公寓',
  '科普活动',
  '僵尸车清理',
] as const;
const TAILS = ['经费', '专项经费', '专项资金', '补助资金', '工作经费', '项目', ''] as const;
/** A thing said in other words. */
const SAID_OTHERWISE: readonly [string, string][] = [
  ['除险加固', '加固除险'],
  ['公益事业建设', '公益事业奖补'],
  ['医疗救助', '医疗救助金'],
  ['生命防护工程', '安全生命防护'],
  ['辅具适配', '辅助器具适配'],
  ['就业创业', '就业创业扶持'],
  ['病防治', '病防控'],
  ['巩固提升', '提升'],
  ['抽样', '抽样检验'],
  ['精品创作', '精品创作扶持'],
  ['训练', '集中训练'],
  ['储备轮换', '轮换储备'],
  ['增殖放流', '放流增殖'],
  ['健康监测', '健康信息监测'],
  ['避险搬迁', '避险移民搬迁'],
  ['亮化', '亮化运行'],
  ['传承保护', '保护传承'],
  ['基本生活', '基本生活费'],
  ['体检', '健康体检'],
  ['确权登记', '确权登记颁证'],
  ['安保', '安全保卫'],
  ['数字化', '数字化加工'],
  ['大厅', '大厅运行'],
  ['推介', '推介会'],
  ['阵地', '阵地建设'],
  ['装备', '装备配备'],
  ['现代化', '现代化建设'],
  ['改革', '改革惠民'],
  ['岗位', '岗位补贴'],
  ['强制免疫', '强制免疫疫苗'],
  ['安全监理', '监理安全'],
  ['排查', '排查整治'],
  ['人员教育', '人员教育帮扶'],
  ['服务', '服务队'],
  ['流动', '流动服务'],
  ['承办', '举办'],
  ['联络', '联络联谊'],
  ['编纂', '编修'],
  ['顾问', '顾问服务'],
  ['评审', '评审服务'],
  ['入户', '入户调查'],
  ['外聘', '外聘中介'],
  ['协作', '协作'],
  ['公寓', '公寓租补'],
  ['活动', '宣传活动'],
  ['清理', '集中清理'],
];
/** Two things that look alike: what stands in the one stands in the other's place in the other. */
const LOOK_ALIKE: readonly [string, (matter: string) => [string, string]][] = [
  ['期', (m) => [`${m}一期`, `${m}二期`]],
  ['期', (m) => [`${m}（第二期）`, `${m}（第三期）`]],
  ['批', (m) => [`${m}第一批`, `${m}第二批`]],
  ['级', (m) => [`县级${m}`, `市级${m}`]],
  ['级', (m) => [`${m}（省级配套）`, `${m}（县级配套）`]],
  ['姊妹', () => ['青禾县第一小学食堂改造', '青禾县第二小学食堂改造']],
  ['姊妹', () => ['白水中学操场修缮经费', '红桥中学操场修缮经费']],
  ['姊妹', () => ['三岔镇集镇路面硬化', '大河镇集镇路面硬化']],
  ['姊妹', () => ['柳湾水库运行经费', '龙潭水库运行经费']],
  ['性质', (m) => [`${m}系统运维`, `${m}系统建设`]],
  ['性质', (m) => [`${m}平台运行维护费`, `${m}平台购建`]],
  ['性质', (m) => [`${m}宣传`, `${m}培训`]],
  ['楼号', () => ['职工宿舍1号楼屋面防水', '职工宿舍3号楼屋面防水']],
  ['对象', (m) => [`${m}（城镇）`, `${m}（农村）`]],
  ['对象', () => ['公务员年度考核奖励', '事业人员年度考核奖励']],
  ['对象', () => ['离休干部慰问经费', '困难党员慰问经费']],
  ['季节', () => ['春季植树造林补助', '秋季植树造林补助']],
  ['线路', () => ['G318线养护保通', 'G108线养护保通']],
  ['方位', () => ['东大街雨污分流', '西大街雨污分流']],
  ['热线', () => ['12345热线坐席服务费', '12315热线坐席服务费']],
];
const PARTS: readonly [string, string, string][] = [
  ['校园监控安装及食堂设备更新经费', '校园监控安装经费', '食堂设备更新经费'],
  ['村干部报酬和村级办公费', '村干部报酬', '村级办公费'],
  ['河道保洁、闸坝管护经费', '河道保洁经费', '闸坝管护经费'],
  ['禁种铲毒与强制戒治专项', '禁种铲毒专项', '强制戒治专项'],
  ['广播影视译制及户户通维护费', '广播影视译制费', '户户通维护费'],
  ['公厕保洁和垃圾清运项目', '公厕保洁项目', '垃圾清运项目'],
  ['纪检办案及巡察工作经费', '纪检办案经费', '巡察工作经费'],
  ['防汛抗旱及山洪预警资金', '防汛抗旱资金', '山洪预警资金'],
  ['高考中考考务经费', '高考考务经费', '中考考务经费'],
  ['老旧小区改造及加装电梯补助', '老旧小区改造补助', '加装电梯补助'],
];

/** @param words which half of the words, by its parity
 * @param stages true: goal and self-evaluation of one year */
export function labelledProjects(seed: number, words: number, stages: boolean): LabelledPapers {
  const random = new SeededRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[random.integer(0, from.length - 1)] as T;
  const years: [number, number] = stages ? [2023, 2023] : [2023, 2024];
  const papers = new Papers();
  const matters = random.shuffled(half(MATTERS, words));
  const next = (): string => matters.pop() ?? '杂项';
  const money = (): number => random.integer(2, 400);
  /** The same or another amount, as it goes from year to year. */
  const later = (figure: number): number => (stages || random.next() < 0.4 ? figure : money());
  const tailed = (matter: string): string => `${matter}${pick(TAILS)}`;
  const dated = (name: string, year: number): string =>
    random.next() < 0.25 ? `${year}${pick(['年', '年度'])}${name}` : name;
  const placed = (name: string): string =>
    random.next() < 0.15 ? `${pick(['青禾县', '县', '全县'])}${name}` : name;

  for (let n = random.integer(2, 4); n > 0; n--) {
    const name = tailed(next());
    const figure = money();
    papers.put(
      [{ name: dated(name, years[0]), figure }],
      [{ name: dated(name, years[1]), figure: later(figure) }],
      'same',
    );
  }
  for (let n = random.integer(2, 3); n > 0; n--) {
    const matter = next();
    const swap = SAID_OTHERWISE.find(([word]) => matter.endsWith(word));
    const other =
      swap && random.next() < 0.8
        ? matter.replace(swap[0], swap[1])
        : `${pick(['开展', '推进', ''])}${matter}${pick(['工作', '服务', '管理'])}`;
    const figure = money();
    const turned = random.next() < 0.5;
    const pair = [tailed(matter), placed(tailed(other))] as const;
    papers.put(
      [{ name: pair[turned ? 1 : 0], figure }],
      [{ name: pair[turned ? 0 : 1], figure: later(figure) }],
      'renamed',
    );
  }
  const [whole, one, two] = pick(half(PARTS, words));
  const parts = [money(), money()] as const;
  const sum = { name: whole, figure: parts[0] + parts[1] };
  const pieces = [
    { name: one, figure: parts[0] },
    { name: two, figure: parts[1] },
  ];
  if (random.next() < 0.5) papers.put([sum], pieces, 'split');
  else papers.put(pieces, [sum], 'merged');
  for (let n = random.integer(2, 3); n > 0; n--) {
    const [, make] = pick(half(LOOK_ALIKE, words));
    const [a, b] = make(next());
    if ([...papers.before, ...papers.after].some(({ name }) => name.startsWith(a) || name.startsWith(b)))
      continue;
    papers.put([{ name: a, figure: money() }], [{ name: b, figure: money() }], 'look-alike');
  }
  if (stages) {
    const matter = next();
    papers.put(
      [{ name: `2021年${matter}尾款`, figure: money() }],
      [{ name: `2022年${matter}尾款`, figure: money() }],
      'look-alike',
    );
  }
  papers.before.push({ name: tailed(next()), figure: money() });
  papers.after.push({ name: tailed(next()), figure: money() });
  return { years, ...pickFields(papers) };
}
