import { buildPdf, drawTable, PdfCanvas, plainTable } from './pdf-builder.js';

/** Where the cells of the form stand on its page, in points. */
export const FORM_TABLE = plainTable(
  40,
  100,
  [110, 130, 130, 130],
  [
    ['项目名称', '综合治理', '主管部门', '石峰区信访局'],
    ['资金总额', '50.00', '其中：财政拨款', '40.00'],
    ['其他资金', '5.00', '项目属性', '延续项目'],
    ['一级指标', '二级指标', '三级指标', '指标值'],
    ['产出指标', '数量指标', '化解矛盾纠纷', '≥20件'],
    ['效益指标', '社会效益指标', '群众安全感', '≥95%'],
    ['填表人', '张三丰', '联系电话', '22629806'],
  ],
);

/** A cover, and on page 2 the form of one project, whose funding does not add up and which names who filled it in. */
export function projectFormPdf(turns = 0): Uint8Array {
  const cover = new PdfCanvas().text(200, 300, '石峰区信访局2024年部门预算', 16);
  const form = new PdfCanvas().text(180, 50, '项目支出绩效目标表', 16).text(230, 75, '（2024年度）');
  form.text(450, 85, '金额单位：万元');
  return buildPdf([cover.page(), drawTable(form, FORM_TABLE).page(turns)]);
}
