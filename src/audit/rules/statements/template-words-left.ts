import { ownsProse, paragraphsOf, proseReading } from '../../subjects/prose.js';
import { type TemplateWords, templateWords } from '../../texts/template-words.js';
import { fail, notApplicable, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { SaidSpec } from '../pack-example.js';
import { defineDocumentRule } from '../rule.js';

const SAID: SaidSpec = { subject: '收入预算', amount: '100万元' };

export const templateWordsLeft = defineDocumentRule({
  id: 'template-words-left',
  version: 2,
  title: '文字说明里留有模板用语或重复、脱落的字',
  severity: 'note',
  tolerance: 'none',
  authority: guidance('公开的文字说明应当写明是增加还是减少、原因是什么，模板中的用语应当删去'),
  formula:
    '文字中没有“增加（减少）”“主要原因是。”“XX万元”，没有重复的标点、字词（万元万元）和年份后脱落的“年”字',
  why: '留下的模板用语说明文字没有核对，金额和年份也值得再看；一份文件只提示一次。',
  messages: { left: '文字说明中留有{count}处模板用语、重复或脱落的字：{cases}，待核实。' },
  *check(disclosure) {
    if (!ownsProse(disclosure)) return yield notApplicable('没有预算说明');
    const reading = proseReading(disclosure);
    const found = paragraphsOf(disclosure).flatMap(({ text, evidence }) =>
      templateWords(text.trim())
        .filter((words) => isLeft(text, words))
        .map(({ printed: words }) => ({ words, operand: { label: '文字说明', evidence, form: reading } })),
    );
    if (found.length === 0) return yield pass;
    const cases = [...new Set(found.map(({ words }) => words))];
    yield fail({
      field: 'template-words',
      project: null,
      message: 'left',
      parameters: {
        count: String(found.length),
        cases: `${cases
          .slice(0, MOST_SHOWN)
          .map((words) => `“${words}”`)
          .join('、')}${cases.length > MOST_SHOWN ? '等' : ''}`,
      },
      reported: String(found.length),
      expected: '0',
      operands: found.map(({ operand }) => operand),
    });
  },
  examples: {
    passes: [
      {
        title: '写明了增减和原因',
        disclosures: [
          {
            said: [SAID],
            prose: [
              '比上年减少3万元，主要原因是项目完工。',
              '增加（减少）幅度见下表。',
              '比2025年减少，目的的实现靠为民服务。',
              '更多内容……',
              '联系人：张＊＊，电话１２＊＊＊＊。',
            ],
          },
        ],
      },
    ],
    reports: [
      {
        title: '增减没有选，原因没有写，句号重复：一项疑点',
        disclosures: [
          {
            said: [SAID],
            prose: [
              '收入预算比上年增加（减少）3万元，主要原因是。',
              '公务接待费与上年持平。。',
              '会议费XX万元。',
            ],
          },
        ],
        fields: ['template-words'],
      },
      {
        title: '单位重复，年份后脱“年”字',
        disclosures: [{ said: [SAID], prose: ['会议费减少2万元万元，公务接待费与2022持平。'] }],
        fields: ['template-words'],
      },
    ],
    notApplicable: [{ title: '没有预算说明', disclosures: [{ prose: ['主要原因是。'] }] }],
  },
});

const MOST_SHOWN = 4;

/**
 * An alternative counts beside a figure only: a heading or an explanation may speak of both ways. Stars may stand for what was
 * masked.
 */
const isLeft = (text: string, { kind, printed, index }: TemplateWords): boolean =>
  !/^[*＊]+$/.test(printed) &&
  (kind !== 'alternative' ||
    /^\s*[\d.,，]+\s*(万|亿)?[元%％]/.test(text.trim().slice(index + printed.length)));
