import { type CellOf, paragraph, type StyleName, table, wordFile } from './word-parts.js';

const cell = (style: StyleName, ...texts: string[]): CellOf => ({
  content: texts.map((text) => paragraph(style, text)).join(''),
});
const wide = (columns: number, of: CellOf): CellOf => ({ ...of, columns });
const head = (...titles: string[]) => ({
  isHead: true,
  cells: titles.map((title) => cell('函表头', title)),
});
const row = (...texts: string[]) => ({
  cells: texts.map((text, index) => cell(index === 0 ? '函表文中' : '函表文', text)),
});
/** A row that is there only if its value is. */
const rowIf = (condition: string, title: string, value: string) => ({
  cells: [cell('函表头', `{#${condition}}${title}`), cell('函表文', `{${value}}{/${condition}}`)],
});

const BLANK = '＿＿＿＿';

/** Excerpts with their places, one row each. */
const excerpts = table(
  [12, 34, 52, 58],
  [head('号', '项', '原文', '出处'), row('{#摘录}{号}', '{项}', '{原文}', '{出处}{/摘录}')],
);

/** 核实函: to one department, everything of it that is to be checked. */
export const verificationLetter = (): Uint8Array =>
  wordFile(
    [
      paragraph('函号', `编号：${BLANK}${BLANK}`),
      paragraph('函标题', '关于核实公开的预算绩效文件有关内容的函'),
      paragraph('函称谓', '{部门}：'),
      paragraph(
        '函正文',
        '我们查阅了你单位（{地区}）公开的下列文件，发现{条数}处数字或文字前后不一，列为待核实线索。以下各条只说明文件中印了什么、与什么对不上，不是结论。请逐条核实，在各条的“核实意见”处填写，并于＿＿＿＿年＿＿月＿＿日前书面回复；有说明材料的，请一并附上。',
      ),
      paragraph('函一级标题', '一、所查阅的公开文件'),
      table(
        [12, 74, 34, 36],
        [
          head('序号', '文件', '年度和阶段', '公布日期'),
          {
            cells: [
              cell('函表文中', '{#文件}{序号}'),
              cell('函表文', '{名称} {网址}'),
              cell('函表文中', '{年度和阶段}'),
              cell('函表文中', '{公布日期}{/文件}'),
            ],
          },
        ],
      ),
      paragraph('函一级标题', '二、请核实的内容'),
      paragraph('函事项标题', '{#事项}（{序号}）{标题}（编号{编号}）'),
      paragraph('函正文', '所属：{年度和阶段}{#有项目}，项目“{项目}”{/有项目}。'),
      paragraph('函正文', '公开内容：{说明}'),
      excerpts,
      paragraph(
        '函正文',
        '{#有公开值}公开值：{公开值}。{/有公开值}{#有对照值}{对照名}：{对照值}。{/有对照值}{#有差额}差额：{差额}。{/有差额}{#有算式}算式：{算式}。{/有算式}',
      ),
      paragraph('函正文', '核对依据：{依据}'),
      table(
        [28, 128],
        [
          {
            height: 18,
            cells: [cell('函表头', '核实意见'), cell('函填写', '□属实，说明：', '□不属实，原因：')],
          },
        ],
      ),
      paragraph('函事项标题', '{/事项}'),
      paragraph('函一级标题', '三、回复方式'),
      paragraph('函正文', `联系人：${BLANK}　电话：${BLANK}${BLANK}　地址：${BLANK}${BLANK}${BLANK}`),
      paragraph('函落款', ''),
      paragraph('函落款', `${BLANK}${BLANK}${BLANK}（盖章）`),
      paragraph('函落款', '{日期}'),
    ].join(''),
  );

/** 取证单: of one finding. */
export const evidenceSlip = (): Uint8Array =>
  wordFile(
    [
      paragraph('函标题', '取证单'),
      paragraph('函号', '编号：{编号}'),
      table(
        [30, 48, 30, 48],
        [
          {
            cells: [
              cell('函表头', '被核实单位'),
              cell('函表文', '{部门}'),
              cell('函表头', '地区'),
              cell('函表文', '{地区}'),
            ],
          },
          { cells: [cell('函表头', '年度和阶段'), wide(3, cell('函表文', '{年度和阶段}'))] },
          {
            cells: [cell('函表头', '{#有项目}项目'), wide(3, cell('函表文', '{项目}{/有项目}'))],
          },
          { cells: [cell('函表头', '事项'), wide(3, cell('函表文', '{标题}', '{说明}'))] },
        ],
      ),
      paragraph('函一级标题', '一、摘录原文'),
      excerpts,
      paragraph('函一级标题', '二、出处'),
      table(
        [30, 126],
        [
          {
            cells: [cell('函表头', '{#文件}{序号}'), cell('函表文', '{名称}')],
          },
          rowIf('有网址', '网址', '网址'),
          { cells: [cell('函表头', '公布日期'), cell('函表文', '{公布日期}')] },
          { cells: [cell('函表头', '内容摘要值'), cell('函表文', 'SHA-256：{摘要值}{/文件}')] },
        ],
      ),
      paragraph('函一级标题', '三、计算过程'),
      table(
        [30, 126],
        [
          { cells: [cell('函表头', '比较'), cell('函表文', '{比较}')] },
          rowIf('有公开值', '公开值', '公开值'),
          rowIf('有对照值', '{对照名}', '对照值'),
          rowIf('有差额', '差额', '差额'),
          rowIf('有算式', '算式', '算式'),
          { cells: [cell('函表头', '依据'), cell('函表文', '{依据}')] },
        ],
      ),
      paragraph('函正文', '{#有图}'),
      paragraph('函一级标题', '四、原页'),
      paragraph('函图前', '{#图}'),
      paragraph('函表文中', '{图片}'),
      paragraph('函表文中', '{图题}'),
      paragraph('函表文', '{/图}'),
      paragraph('函正文', '{/有图}'),
      paragraph('函正文', '{#无图}（{无图原因}）{/无图}'),
      paragraph('函一级标题', '被核实单位意见'),
      table(
        [156],
        [
          {
            height: 34,
            cells: [
              cell(
                '函填写',
                '□属实，说明：',
                '□不属实，原因：',
                '',
                '负责人签名：＿＿＿＿＿＿　（盖章）　　　　年　　月　　日',
              ),
            ],
          },
        ],
      ),
      paragraph('函填写', ''),
      paragraph('函填写', '取证人签名：＿＿＿＿＿＿　　　　复核人签名：＿＿＿＿＿＿'),
      paragraph('函填写', '取证日期：　　　　年　　月　　日　　填制日期：{日期}'),
    ].join(''),
  );
