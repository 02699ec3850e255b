import type { Evidence } from '../../src/model/disclosure.js';
import type { MoneyUnit } from '../../src/model/facts/money-units.js';
import { type Block, isGrid, surenessOf } from '../../src/model/grid.js';
import { findMoneyUnit } from '../parse/money/find-money-unit.js';
import { statementText } from './statement-text.js';
import { statementWords } from './statement-words.js';

/** A line that stands over a table: a paragraph, or a row of the grid above its header. */
export interface TopLine {
  text: string;
  evidence: Evidence;
}

/** What the lines over a table say of it. */
export interface Heading {
  title: TopLine | null;
  unit: { unit: MoneyUnit; from: 'caption' | 'paragraph' } | null;
  /** 部门名称：…, 编制单位：… with the line it stands in. */
  department: TopLine | null;
  /** The title is that of a table which is no statement. */
  foreign: boolean;
}

const MOST_LINES = 10;
const LONGEST_LINE = 90;

/** The paragraphs over a grid, the nearest first, up to another grid or a text that is no heading. */
export function linesAbove(blocks: readonly Block[], index: number): TopLine[] {
  const lines: TopLine[] = [];
  for (let at = index - 1; at >= 0 && lines.length < MOST_LINES; at--) {
    const block = blocks[at];
    if (!block || isGrid(block)) break;
    if (block.text.length > LONGEST_LINE) break;
    const text = block.text.trim();
    if (text === '' || (block.furniture && isPageNumber(text))) continue;
    lines.push({
      text,
      evidence: { place: block.place, quote: block.text, block: at, cell: null, ...surenessOf(block) },
    });
  }
  return lines;
}

const isPageNumber = (text: string): boolean => /^[-—\s第页共/\d]+$/.test(text);

/** Title, unit and department among the lines over a table, the nearest first. */
export function headingOf(lines: readonly TopLine[], from: 'caption' | 'paragraph'): Heading {
  const heading: Heading = { title: null, unit: null, department: null, foreign: false };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line) break;
    const unit = findMoneyUnit(line.text);
    if (unit) heading.unit ??= { unit, from };
    const department = departmentIn(line.text);
    if (department) heading.department ??= { ...line, text: department };
    const whole = joined(lines, at);
    const text = titleIn(whole.text);
    if (!text) continue;
    heading.foreign = statementWords().titles.foreign.test(statementText(text));
    heading.title = { text, evidence: whole.evidence };
    break;
  }
  return heading;
}

/** A title broken over two or three lines, by its brackets: …支出明细表（按支出功能分类科 | 目-不含上年结转）. */
function joined(lines: readonly TopLine[], at: number): TopLine {
  const [line] = lines.slice(at, at + 1);
  if (!line) return { text: '', evidence: { place: '', quote: '', block: 0, cell: null } };
  let { text, evidence } = line;
  for (let next = at + 1; next <= at + 2 && open(text) < 0; next++) {
    const above = lines[next];
    if (!above) break;
    text = `${above.text}${text}`;
    evidence = above.evidence;
  }
  return open(text) < 0 ? line : { text, evidence: { ...evidence, quote: text } };
}

const open = (text: string): number =>
  (text.match(/[(（]/g)?.length ?? 0) - (text.match(/[)）]/g)?.length ?? 0);

const NUMBER = '(?:[一二三四五六七八九十]{1,3}(?!般)|\\d{1,2}(?:[-—.]\\d{1,2})*)';
/** 表1, 附表2-1, 预算01表, 公开01表, 附件3 before a title; 六、 and （二） of a heading. */
const LEADING_MARK = new RegExp(
  `^(?:附?表${NUMBER}(?:[:：.、]|(?![表年月]))|附[表件]${NUMBER}?[:：.、]?|(?:预算|决算|公开|财决公开|决算公开|部门公开|部决)?${NUMBER}表[:：.、]?|${NUMBER}[、.．:：]|[(（]${NUMBER}[)）])(?=\\S{4,})`,
);
const CAPTION =
  /(编制|公开|填报|预算|填表)?(单位|部门)(名称|代码)?[:：].*$|[(（]?(金额|货币|计量)?单位[:：].*$/;

/** The title of a statement that a line holds, without its mark (表1, 公开01表) and caption; null where it holds none. */
export function titleIn(line: string): string | null {
  const { money, endings } = statementWords().titles;
  const text = line.replace(/\s+/g, ' ').trim().replace(CAPTION, '').trim();
  const bare = text.replace(/\s+/g, '').replace(LEADING_MARK, '');
  const plain = statementText(bare);
  if (
    plain.length < 4 ||
    plain.length > 70 ||
    /[。；;]|\.{4,}|…{2,}|·{4,}|^第[一二三四五六七八九十\d]+(部分|章|篇)/.test(bare)
  )
    return null;
  if (/[:：,，]\S/.test(bare.replace(/[(（].*?[)）]/g, ''))) return null;
  const core = plain.replace(/(\([^()]*\))+$/, '').replace(/(续|续表|之[一二三])$/, '');
  return endings.test(core) && money.test(plain) ? bare : null;
}

const DEPARTMENT =
  /(?:编制|公开|填报|预算|填表|主管)?(?:单位|部门)(?:名称)?(?:[(（][^()（）]*[)）])?\s*[:：]\s*([^\s:：]{3,40})/g;

/** `部门：某局  单位：万元`: the department a caption names. */
function departmentIn(line: string): string | null {
  for (const [, value = ''] of line.matchAll(DEPARTMENT)) {
    const name = value.replace(/(金额)?单位$/, '');
    if (!/[元币%人辆台]$/.test(name) && /[\u4e00-\u9fff]{3}/.test(name)) return name;
  }
  return null;
}
