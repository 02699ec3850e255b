import type { Evidence } from '../../../model/evidence.js';
import { paragraphsOf } from '../../subjects/prose.js';
import type { DisclosureSubject } from '../../subjects/subject.js';

/** A number of offices (内设机构) and the list that follows it. */
export interface CountedOffices {
  /** As printed: 12个内设机构. */
  printed: string;
  count: number;
  /** Fewest and most names the list may be read as. */
  least: number;
  most: number;
  names: string[];
  /** Of the number, and of the first and the last name. */
  evidence: Evidence[];
}

const HAN = '一二三四五六七八九';
const NUMBER = `(?<count>\\d{1,2}|[${HAN}]?十[${HAN}]?|[${HAN}])`;
const WHAT = '(?:内设|职能|行政)*(?:机构|处室|科室|股室|处（室）|科（室）)';
const COUNTED = new RegExp(
  `(?:内设|下设|共设|设有|设立|设置|设)(?:机构)?(?:下列|以下)?(?<printed>${NUMBER}个${WHAT})`,
  'g',
);
/** 、及机关党委，内设机构分别是： before the names. */
const LEAD = /^[^。；:：]{0,30}?(?:分别[是为]|包括|依次[是为]|即)[:：]?(?<list>[^。；]{4,1500})[。；]/;
const OFFICE = /(?:处|科|室|部|办|委|局|司|股|队|站|所|团|组|会|厅|中心)$/;
/** Bodies that are often not counted among the offices. */
const BESIDE = /党委|党总支|党支部|党办|工会|团委|妇联|纪检|监察|纪委|离退休|老干部|巡察/;
const LONGEST_NAME = 30;

/** Every number of offices whose names follow, in the sentence or as numbered headings; lists that are not of offices alone, or end with 等, left out. */
export function countedOffices(disclosure: DisclosureSubject): CountedOffices[] {
  const paragraphs = paragraphsOf(disclosure).map(({ text, evidence }) => ({ text: plain(text), evidence }));
  return paragraphs.flatMap(({ text, evidence }, index) =>
    [...text.matchAll(COUNTED)].flatMap((match): CountedOffices[] => {
      const count = numberOf(match.groups?.count ?? '');
      const printed = match.groups?.printed ?? '';
      const rest = text.slice(match.index + match[0].length);
      const after = [rest, ...paragraphs.slice(index + 1, index + MOST_LINES).map((each) => each.text)];
      const list = LEAD.exec(after.join(''))?.groups?.list;
      const found = list === undefined ? headingsAfter(paragraphs, index) : inlineNames(list);
      return found ? [{ printed, count, ...found, evidence: [evidence, ...found.evidence] }] : [];
    }),
  );
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/,/g, '，')
    .replace(/;/g, '；');

/** A sentence goes on over so many lines. */
const MOST_LINES = 12;

function numberOf(printed: string): number {
  if (/^\d+$/.test(printed)) return Number(printed);
  const [tens = '', ones = ''] = printed.includes('十') ? printed.split('十') : ['0', printed];
  const digit = (sign: string): number => HAN.indexOf(sign) + 1;
  return (
    (printed.includes('十') ? (tens === '' ? 1 : digit(tens)) : 0) * 10 + (ones === '' ? 0 : digit(ones))
  );
}

type Names = Pick<CountedOffices, 'least' | 'most' | 'names' | 'evidence'>;

/** 督查处和信息中心, not 科技和财务处. */
const JOINED = /[处科室部办委局司股队站所团组会厅心](?:和|及|与)/g;

/** 办公室、督查一处和综合处: 和 may part two names or stand within one. */
function inlineNames(list: string): Names | null {
  const names = list.replace(/（[^）]*）/g, '').split(/[、，]/);
  const last = names.at(-1) ?? '';
  if (names.length < 2 || /等$/.test(last)) return null;
  if (!names.every((name) => OFFICE.test(name) && name.length <= LONGEST_NAME)) return null;
  const beside = names.filter((name) => BESIDE.test(name)).length;
  const joined = names.reduce((sum, name) => sum + (name.match(JOINED) ?? []).length, 0);
  return { least: names.length - beside, most: names.length + joined, names, evidence: [] };
}

const NUMBERED =
  /^(?:（(?<han>[一二三四五六七八九十]{1,3})）|(?<arabic>\d{1,2})[、.．])(?<name>[^。；:：]{2,40})[。；:：]?/;
/** Headings may go on to name units of the department; those are no rooms within it. */
const ROOM = /[处科室办股司部]$/;
/** Between two headings stand their duties. */
const FARTHEST = 25;

/** Headings numbered from 1 that name an office each; a list that may be cut short is none. */
function headingsAfter(paragraphs: { text: string; evidence: Evidence }[], from: number): Names | null {
  const names: string[] = [];
  const evidence: Evidence[] = [];
  let style: 'han' | 'arabic' | null = null;
  let last = from;
  for (let at = from + 1; at < paragraphs.length && at - last <= FARTHEST; at++) {
    const { text = '', evidence: own } = paragraphs[at] ?? {};
    const { han, arabic, name = '' } = NUMBERED.exec(text)?.groups ?? {};
    const ownStyle = han === undefined ? 'arabic' : 'han';
    const number = numberOf(han ?? arabic ?? '0');
    if (number !== names.length + 1 || (style !== null && ownStyle !== style) || !own) continue;
    const office = name.replace(/（[^）]*）/g, '');
    if (!OFFICE.test(office) || office.length > LONGEST_NAME) {
      if (names.length > 0) break;
      continue;
    }
    style = ownStyle;
    names.push(office);
    evidence.push(own);
    last = at;
  }
  const rooms = names.filter((name) => ROOM.test(name)).length;
  if (names.length < 2 || rooms * 5 < names.length * 4) return null;
  const beside = names.filter((name) => BESIDE.test(name)).length;
  const ends = [evidence[0], evidence.at(-1)].flatMap((each) => each ?? []);
  return { least: names.length - beside, most: Number.POSITIVE_INFINITY, names, evidence: ends };
}
