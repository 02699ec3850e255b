/** What an evaluation report concludes, as printed. */
export interface Conclusion {
  /** Decimal string. */
  score: string;
  /** The full mark where it is printed beside the score. */
  fullMark: string | null;
  grade: string | null;
}

const GRADE_WORD = '优秀|优|良好|良|中等|中|一般|合格|较差|差|不合格';
const OPEN = '["“”「『‘\'（(]?';
const CLOSE = '["“”」』’\'）)]?';

/** What stands right before 得分 where it is that of the whole. */
const WHOLE =
  '评价|评审|评估|自评|自我|综合|最终|最后|总体|整体|项目|部门|单位|政策|资金|专项|支出|绩效|考核|评定|核定|认定|确定|总|合计|实际|加权平均|平均|结果|年度';
const SCORE = new RegExp(
  `(?<=^|[。；;，,、:：()（）]|(?:${WHOLE})的?)(?:得分|评分|总分|分值|分数|评价结果|得)(?:值)?(?:合计|共计|总计|约)?(?:为|是|达到|达|:|：|=)*${OPEN}(\\d{1,3}(?:\\.\\d+)?)${CLOSE}(?!\\d|分?(?:[(（]?含|[-—~～至]|及?以[上下]|[%％]|个|项|[/／]\\d))分?`,
  'g',
);
/** Scores of one criterion, of the scale or of what was deducted. */
const OF_A_PART =
  /(指标|决策|过程|投入|产出|效益|效果|管理|满意度|执行|方面|部分|维度|权重|扣|每|标准|应|其中|满分)(?:类|情况|率|性)*$/;
const FULL_MARK = /(?:满分|总分值?)(?:为|是|:|：)*(\d{2,3})分?/;
const GRADES = [
  new RegExp(
    `(?:等级|等次|级别|档次|评级|结果|结论|类别)(?:评定|确定|认定|综合)*(?:为|是|属于|属|:|：|达到)*${OPEN}(${GRADE_WORD})${CLOSE}(?=等?[级次档]|[。；;，,、)）]|$)`,
  ),
  new RegExp(
    `(?:评定为|评为|评价为|认定为|确定为|综合评定为|属于|处于|为|达到|属)${OPEN}(${GRADE_WORD})${CLOSE}(?:等?[级次档](?:别)?)?(?=[。；;，,)）]|$)`,
  ),
];

/**
 * The conclusion of an evaluation report in a sentence: 评价得分为86.5分，评价等级为“良”; 综合评分92.35分，绩效评级为优. Null where the
 * text states no score of the whole: scores of single criteria and the bounds of a scale are none.
 */
export function parseConclusion(text: string): Conclusion | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  const fullMark = FULL_MARK.exec(plain)?.[1] ?? null;
  for (const found of plain.matchAll(SCORE)) {
    const [whole, score = ''] = found;
    const before = plain.slice(0, found.index);
    const isFullMark = /总分/.test(whole) && score === fullMark && Number(score) === 100;
    if (OF_A_PART.test(before) || isFullMark || Number(score) > 200) continue;
    const after = plain.slice(found.index + whole.length);
    const grade = gradeIn(after) ?? gradeIn(before);
    return { score, fullMark: fullMark === score ? null : fullMark, grade };
  }
  return null;
}

/** A grade that is stated, not one of a scale that is told (90分以上为优). */
function gradeIn(text: string): string | null {
  const told = text.replace(/[^。；;，,]*(?:以上|以下|含|[-—~～至]\d+分?)[^。；;，,]*/g, '');
  for (const pattern of GRADES) {
    const found = pattern.exec(told)?.[1];
    if (found) return found;
  }
  return null;
}
