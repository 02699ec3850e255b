/** A stretch of prose that says 决算 where it speaks of the 预算, or the reverse. */
export interface MixedStage {
  printed: string;
  said: '预算' | '决算';
  meant: '预算' | '决算';
}

/** What a 预算 (决算) of a department is made up of: the 预算 (决算) of its units. */
const MADE_UP =
  /(?:部门|单位|汇总|综合)(预算|决算)(?:编制范围)?(?:的单位)?[，,]?(?:主要)?(?:包括|包含|涵盖|由)[:：]?([^。；]{2,160})/g;
const OF_UNIT =
  /(?:本级|机关|本部|所属|下属|直属|单位|中心|[)）])(预算|决算)(?!编制|管理|公开|批复|和|与|、|单位|工作)/g;

/**
 * Where a text makes up a 预算 of the 决算 of units, or the reverse, and no unit's own; and in a budget (`year` given), where 收入, 支出 or the
 * tables of that year are called 决算: there is none before the year is over.
 */
export function mixedStages(text: string, year: number | null): MixedStage[] {
  const plain = text.replace(/\s+/g, '');
  const mixed = [...plain.matchAll(MADE_UP)].flatMap(([, whole = '', units = '']): MixedStage[] => {
    const named = [...units.matchAll(OF_UNIT)];
    const others = named.filter(([, stage]) => stage !== whole);
    const [first] = others;
    const isMixed = first && others.length === named.length && !units.includes(whole);
    return isMixed ? [{ printed: first[0], said: other(whole), meant: own(whole) }] : [];
  });
  if (year === null) return mixed;
  const early = plain.matchAll(
    new RegExp(
      `${year}年度?(?:部门|单位)?(?:决算(?:收入|支出|收支|总收入|总支出|报表|情况说明)|(?:收入|支出|收支)决算)`,
      'g',
    ),
  );
  return [...mixed, ...[...early].map(([printed]): MixedStage => ({ printed, said: '决算', meant: '预算' }))];
}

const own = (stage: string): '预算' | '决算' => (stage === '决算' ? '决算' : '预算');
const other = (stage: string): '预算' | '决算' => (stage === '决算' ? '预算' : '决算');
