/** Funds a budget is made of, as sections are named after them. */
const FUNDS = {
  一般公共预算: /一般公共预算/,
  政府性基金预算: /政府性基金/,
  国有资本经营预算: /国有资本经营/,
} as const;
type Fund = keyof typeof FUNDS;

/** A paragraph under the heading of one fund that says there is nothing of another one. */
export interface ForeignFund {
  /** Index of the paragraph. */
  at: number;
  heading: string;
  printed: string;
  fund: Fund;
  said: Fund;
}

const HEADING =
  /^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、])/;
const LONGEST_HEADING = 45;
/** 本部门无2021年结转的一般公共预算拨款资金支出: nothing of the fund. */
const NOTHING =
  /(?:本部门|本单位|我局|我单位|本局)?(?:无|没有|未安排|不涉及|未使用)[^，。；、]{0,16}(?:一般公共预算|政府性基金|国有资本经营)[^，。；]{0,20}/g;

const fundsIn = (text: string): Fund[] =>
  (Object.keys(FUNDS) as Fund[]).filter((fund) => FUNDS[fund].test(text));

/** Paragraphs that speak of another fund than the heading above them, which names one alone; up to the next heading. */
export function foreignFunds(paragraphs: readonly string[]): ForeignFund[] {
  const found: ForeignFund[] = [];
  let heading: { text: string; fund: Fund } | null = null;
  for (const [at, text] of paragraphs.entries()) {
    const plain = text.replace(/\s+/g, '');
    if (HEADING.test(plain) && plain.length <= LONGEST_HEADING && !/[。；，]/.test(plain)) {
      const [fund, another] = fundsIn(plain);
      heading = fund && !another ? { text: plain, fund } : null;
      continue;
    }
    if (!heading) continue;
    for (const [printed] of plain.matchAll(NOTHING)) {
      const [said, another] = fundsIn(printed);
      if (said && !another && said !== heading.fund)
        found.push({ at, heading: heading.text, printed, fund: heading.fund, said });
    }
  }
  return found;
}
