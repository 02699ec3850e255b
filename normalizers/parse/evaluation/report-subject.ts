/** What an evaluation report is about, by its title. */
export interface ReportSubject {
  /** null: the department as a whole. */
  project: string | null;
  /** The office that stands before the year or the project. */
  department: string | null;
}

const REPORT =
  /^(.*?)(?:(?:财政|重点|第三方|部门|单位|事后|再|后|整体|支出|使用|实施)*绩效(?:自|再|后|重点|跟踪)?评价|绩效自评|自评|事后(?:绩效)?评估|绩效评估)(?:结果|情况|工作)?报告(?:书|摘要)?(?:[(（].*[)）])?$/;
const YEAR = /(?:19|20)\d\d(?:[-—~至](?:19|20)?\d\d)?年?度?/;
const OFFICE =
  /(?:局|委员会|委|办公室|办|厅|院|中心|政府|街道办事处|街道|镇|乡|站|所|大队|支队|联合会|总工会)$/;
const OFFICE_FIRST = /^(.{2,20}?(?:局|委员会|办公室|厅|人民政府))(?=.{3})/;

/**
 * 洛河县水务局2023年河道保洁项目绩效评价报告 → 河道保洁, of 洛河县水务局; 2023年度部门整体支出绩效评价报告 → the department as a whole.
 * @returns null where the title is that of no evaluation report
 */
export function reportSubject(title: string): ReportSubject | null {
  const plain = title
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^关于(?:印发|报送|公开|公布)?|["“”《》<>]/g, '');
  const head = REPORT.exec(plain)?.[1];
  if (head === undefined) return null;
  const [before = '', ...rest] = head.split(YEAR);
  const after = rest.join('');
  const isDated = rest.length > 0;
  const office =
    isDated && OFFICE.test(before) ? before : (OFFICE_FIRST.exec(isDated ? after : before)?.[1] ?? null);
  const named = isDated && (office === before || !/^(?:部门|单位)?$/.test(after)) ? after : before;
  const rawName = office !== null && named.startsWith(office) ? named.slice(office.length) : named;
  const isWhole = /部门整体|单位整体|整体支出/.test(plain);
  const project = rawName
    .replace(/^(?:关于|的|开展|实施)+|(?:的|等)$/g, '')
    .replace(/(?:项目)?(?:支出|资金使用|实施)?$/, '');
  return { project: isWhole || !isName(project) ? null : project, department: office };
}

const isName = (text: string): boolean =>
  text.length >= 3 && !/^(?:部门|单位|财政|重点|项目|支出|整体|预算|资金|专项|政策|和|及)*$/.test(text);
