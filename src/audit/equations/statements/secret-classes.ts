import { type Figure, fenOf } from '../../figures/figure.js';
import { isPrintedSum } from '../../figures/printed-sum.js';
import { ownsProse, paragraphsOf, proseReading } from '../../subjects/prose.js';
import { plainItem, type StatementSubject, wholeStatements } from '../../subjects/statements.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { ofKind, wholeOf } from './facts.js';

/** A class whose parts the prose calls secret and not published, with a table that prints them all. */
export interface SecretClass {
  name: string;
  claim: OperandDraft;
  table: string;
  /** Amounts of its parts in the table. */
  parts: Figure[];
}

/** 公安（款）下的有关项级科目支出，…涉及国家秘密…，不予对外公开: which class, by its own words. */
const CLAIM =
  /([\p{Script=Han}]{2,20})[(（][类款]级?[)）](?:下|所属|项下)的?[^。；]{0,10}(?:款级|项级|明细|款项)[^。；]{0,60}(?:国家秘密|涉密)[^。；]{0,60}不(?:予|宜)?(?:对外)?公开/u;

/** Classes whose parts are said to be withheld and are printed, every one of them, in a table by function. */
export function publishedSecrets(disclosure: DisclosureSubject): SecretClass[] {
  if (!ownsProse(disclosure)) return [];
  const claims = paragraphsOf(disclosure).flatMap(({ text, evidence }) => {
    const name = CLAIM.exec(text.replace(/\s+/g, ''))?.[1];
    return name === undefined ? [] : [{ name, evidence }];
  });
  if (claims.length === 0) return [];
  const tables = ofKind(wholeStatements(disclosure), 'expenditure', 'general-public');
  return claims.flatMap(({ name, evidence }): SecretClass[] => {
    const claim = { label: '文字说明', evidence, form: proseReading(disclosure) };
    const [first] = tables.flatMap((table) => {
      const parts = printedParts(table, name);
      return parts.length > 0 ? [{ name, claim, table: table.name, parts }] : [];
    });
    return first ? [first] : [];
  });
}

const LEAST = 2;

/** The 项 under the class, where two at least are printed and all of them together are the class. */
function printedParts(subject: StatementSubject, name: string): Figure[] {
  const { lines } = subject.statement;
  const own = lines.findIndex(
    ({ code, item }) => /^2\d\d(\d\d)?$/.test(code ?? '') && plainItem(item) === name,
  );
  const upper = lines[own]?.code;
  const [whole] = own < 0 ? [] : wholeOf(subject, own);
  if (!upper || !whole) return [];
  const parts = lines.flatMap(({ code }, index) =>
    code?.startsWith(upper) && code.length === 7 ? wholeOf(subject, index).slice(0, 1) : [],
  );
  const printed = parts.filter((part) => (fenOf(part) ?? 0) > 0);
  return printed.length >= LEAST && isPrintedSum(whole, printed) === true ? printed : [];
}
