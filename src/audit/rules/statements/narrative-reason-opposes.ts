import type { Said } from '../../../model/statement.js';
import { saidFigure } from '../../equations/statements/said-facts.js';
import { fail, notApplicable, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { DisclosureSpec } from '../example.js';
import { defineDocumentRule } from '../rule.js';

export const narrativeReasonOpposes = defineDocumentRule({
  id: 'narrative-reason-opposes',
  version: 1,
  title: '增减的原因与方向相反',
  severity: 'note',
  tolerance: 'none',
  authority: guidance('财政部《部门预算公开有关规定》：增减变化应说明原因'),
  formula: '原因中的增减 = 金额的增减',
  why: '说减少而原因只写增加（或相反），多半沿用了上年的文字，或金额、方向写错了一处。',
  messages: { opposes: '文字中“{subject}”写{change}，原因却只说{reason}，待核实。' },
  *check({ disclosure, ...subject }) {
    const changed = disclosure.said.filter(({ change }) => change && change.direction !== 'same');
    if (changed.length === 0) return yield notApplicable('文字中没有增减');
    for (const said of changed) {
      const reason = opposingReason(said);
      const figure = saidFigure(said, said.change?.money ?? null, { disclosure, ...subject });
      if (reason === null || !figure) {
        yield pass;
        continue;
      }
      const change = `${said.change?.direction === 'down' ? '减少' : '增加'}${said.change?.money.printed ?? ''}`;
      yield fail({
        field: `reason:${said.subject}`,
        project: null,
        message: 'opposes',
        parameters: { subject: said.subject, change, reason: `“${reason}”` },
        reported: change,
        operands: [figure],
      });
    }
  },
  examples: {
    passes: [
      ['减少，因压缩开支', 'down', '原因是厉行节约，压减一般性支出'],
      ['减少，因人员减少', 'down', '主要原因是在职人员减少'],
      ['减少，因退休增加', 'down', '主要原因是退休人员增加'],
      ['减少，因上年有一次性增加', 'down', '主要原因是上年增加了一次性购置'],
      ['减少，因两头变化', 'down', '主要原因是项目减少，人员经费增加'],
      ['减少，因免费开放增加自有收入', 'down', '主要原因是其他资金增加，财政安排相应调整'],
      ['增加，因人员增加', 'up', '主要原因是新增人员'],
      ['增加，因上年减少', 'up', '主要原因是上年基数减少'],
      ['增加，因结转减少', 'up', '主要原因是使用结转资金减少，当年安排相应调整'],
      ['没有写原因', 'down', ''],
      ['原因是其中一部分的', 'up', '其中基本支出减少1万元，主要是减少在职人员'],
      ['方向词自相矛盾的另有规则', 'up', '减少的主要原因是压缩经费'],
      ['先后两个增减', 'up', '人员经费减少1万元，主要是减少在职人员'],
    ].map(([title = '', direction, reason = '']) => ({
      title,
      disclosures: [changing(direction === 'up' ? 'up' : 'down', reason)],
    })),
    reports: [
      {
        title: '减少，原因只说增加',
        disclosures: [changing('down', '原因是住房公积金缴费增加')],
        fields: ['reason:住房公积金'],
      },
      {
        title: '增加，原因只说减少',
        disclosures: [changing('up', '主要原因是购置项目减少')],
        fields: ['reason:住房公积金'],
      },
    ],
    notApplicable: [
      { title: '没有增减', disclosures: [{ said: [{ subject: '住房公积金', amount: '1万元' }] }] },
    ],
  },
});

const REASON = /(?:原因(?:是|为)?|主要是|系|因为|由于)[:：]?([^。；;]+)/;
const UP = /增加|增长|提高|上升|新增|上调|扩大/;
const DOWN = /减少|下降|压减|压缩|取消|核减|降低|缩减|下调|节约|节省/;
/** Reasons that may work in either direction: something of last year, money that moved elsewhere, people who left. */
const EITHER =
  /一是|二是|首先|①|(?:^|[是为:：])1[.、]|上年|去年|以前年度|20\d\d|一次性|结转|结余|调整|调出|调入|转|退休|离职|辞职|划|另|其他资金|自有|统筹|口径|合并|剥离|改革|到期|完成|结束|完工|不再|未安排|收回|基数|比例|标准|相应|抵/;

/** The reason of a change that speaks of the other direction only; null where there is none, or it may explain the change. */
function opposingReason({ sentence, change }: Said): string | null {
  const found = REASON.exec(sentence.replace(/\s+/g, ''));
  const reason = found?.[1];
  if (!change || !found || reason === undefined || EITHER.test(withoutYear(reason))) return null;
  if (!hasOneChange(found.input.slice(0, found.index))) return null;
  const [mine, other] = change.direction === 'down' ? [DOWN, UP] : [UP, DOWN];
  return other.test(reason) && !mine.test(reason) ? reason : null;
}

/**
 * The reason may be that of a part, or of the second of two changes: 增加…，其中基本支出减少…，主要是…; 增加…，减少的主要原因 is
 * what `narrative-percent-differs` tells.
 */
const hasOneChange = (before: string): boolean =>
  !/其中|(?:增加|减少|增长|下降)的(?:主要)?$/.test(before) &&
  (before.match(/(?:增加|减少|增长|下降|上升|降低)\D{0,3}\d/g) ?? []).length === 1;

/** The year of the budget at the head of a reason says nothing: 2022年住房公积金缴费增加. */
const withoutYear = (reason: string): string => reason.replace(/^(?:是|为)?(?:20\d\d年度?|本年度?|当年)/, '');

function changing(direction: 'up' | 'down', reason: string): DisclosureSpec {
  const sentence = `住房公积金80万元，较上年${direction === 'up' ? '增加' : '减少'}20万元，${reason}。`;
  return {
    said: [
      {
        subject: '住房公积金',
        amount: '80万元',
        base: direction === 'up' ? '60万元' : '100万元',
        change: ['20万元', direction],
        sentence,
      },
    ],
  };
}
