/**
 * A county department's disclosure as flattened text (a tab begins a cell, a blank line ends a row): department form,
 * summary with two projects, no project forms. Figures can be chosen.
 */
export function smallDisclosure({
  department = '株洲市石峰区信访局',
  year = 2023,
  total = '12',
  rows = ['接访大厅改造', '下访巡访'],
  amounts = ['7', '5'],
} = {}): string {
  const lines = [
    ['附表2'],
    [`${year}年区级专项资金绩效目标汇总表`],
    [`填报单位：${department}`, '', '', '金额单位：万元', ''],
    ['序号', '名  称', '金  额', '实施期绩效目标', '年度绩效目标'],
    ['', '合  计', total, '', ''],
    ...rows.map((name, index) => [
      `${index + 1}`,
      name,
      amounts[index] ?? '',
      `长期做好${name}`,
      `今年完成${name}`,
    ]),
  ];
  return `${lines.map((cells) => cells.map((cell) => `\t${cell}\n`).join('')).join('\n')}\n`;
}
