import type { TargetFlag } from '../../../../src/model/target.js';
import { readWholeUnit } from '../../quantity/unit-reader.js';
import { valueLexicon } from '../../quantity/value-lexicon.js';
import { trimEdges } from '../clause.js';
import { NO_FIGURE, type TargetReading } from '../figure.js';
import type { TargetContext } from '../target-context.js';

const { none, placeholder, budgetLimit, budgetNouns, fiscalFunds } = valueLexicon.phrases;
const { unchosen } = valueLexicon.levels;

const NONE = new Set(none.map((phrase) => phrase.toLowerCase()));
const PLACEHOLDER = new Set(placeholder);
const UNCHOSEN = new Set(unchosen);
const BUDGET_NOUNS = new Set(budgetNouns);
/** 指标1：, ≥XX%, **万元, 〔 〕%: the blanks of the form itself. */
const TEMPLATE_ROW = /^指标\d{0,2}[:：]?$/;
const TEMPLATE_FIGURE = /^[≥≤><=]{0,2}(?:[Xx*_○□]{1,12}|\([Xx_]{0,6}\))(?:%|[\u4e00-\u9fff]{0,4})$/;
const LEADING_OPERATOR = /^(?:[≥≤><=》《]{1,2}|不超过|不高于|小于等于|控制在)/;
const DASHES = /^[-/\\]{1,4}$/;

const wordless = (kind: 'empty' | 'none' | 'placeholder', flags: TargetFlag[] = []): TargetReading => ({
  ...NO_FIGURE,
  kind,
  ...(flags.length > 0 ? { flags } : {}),
});

export function recogniseEmpty({ source }: TargetContext): TargetReading | null {
  return source.text === '' ? wordless('empty') : null;
}

/** 社区 or 项目 alone is a word, 次 or % a unit without its figure. */
function isBareUnit(text: string): boolean {
  const unit = readWholeUnit(text);
  return unit !== null && unit.unit !== null && (unit.kind !== 'counter' || text.length === 1);
}

/** ≥ %, 》亩, 次: an operator or unit whose figure was never filled in. */
function lacksFigure(text: string): boolean {
  const rest = text.replace(LEADING_OPERATOR, '');
  return rest === '' || isBareUnit(rest);
}

/** 是/否, 指标1：, XX%: left in from the form. */
export function recognisePlaceholder({ source }: TargetContext): TargetReading | null {
  const { text } = source;
  if (PLACEHOLDER.has(text)) return wordless('placeholder', text.includes('/') ? ['option-not-chosen'] : []);
  if (UNCHOSEN.has(text)) return wordless('placeholder', ['option-not-chosen']);
  if (TEMPLATE_ROW.test(text)) return wordless('placeholder', ['template-row']);
  const blank = TEMPLATE_FIGURE.test(text) || (text !== '' && lacksFigure(text));
  return blank ? wordless('placeholder', ['figure-left-blank']) : null;
}

/** 无, 不适用, 无直接经济效益, a lone dash. */
export function recogniseNone({ source }: TargetContext): TargetReading | null {
  if (DASHES.test(source.text)) return wordless('none', ['dash']);
  return NONE.has(trimEdges(source.text).toLowerCase()) ? wordless('none') : null;
}

/** 控制在预算内, 不超过财政支持经费, ≤预算数: a limit without a figure. */
export function recogniseBudgetReference({ source }: TargetContext): TargetReading | null {
  const { text } = source;
  if (/\d/.test(text)) return null;
  const bare = trimEdges(text.replace(LEADING_OPERATOR, ''));
  if (!budgetLimit.some((phrase) => text.includes(phrase)) && !BUDGET_NOUNS.has(bare)) return null;
  return {
    ...NO_FIGURE,
    kind: 'budget-ref',
    operator: '<=',
    reference: fiscalFunds.some((phrase) => text.includes(phrase)) ? 'fiscal-funds' : 'project-budget',
  };
}
