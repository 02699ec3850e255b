/** Writes a workbook of made-up projects, one a row: `tsx scripts/write-large-workbook.ts FILE ROWS`. */
import { writeOutput } from '../src/app/write-output.js';
import { type SheetColumn, sheet } from '../src/report/workbook/sheet.js';
import { writeWorkbook } from '../src/report/workbook/write-workbook.js';

const [file = 'large.xlsx', rows = '1000'] = process.argv.slice(2);

const COLUMNS: SheetColumn<number>[] = [
  { title: '序号', width: 8, value: (n) => n },
  { title: '单位名称', width: 24, value: (n) => `第${n % 90}局` },
  { title: '项目名称', width: 30, value: (n) => `第${n}号渠道清淤与道路养护项目` },
  ...['一般公共预算', '政府性基金', '其他资金'].map((title, c) => ({
    title,
    width: 12,
    format: '#,##0.00',
    value: (n: number) => ((n * 7919 * (c + 1)) % 100_000) / 100,
  })),
  ...['年度绩效目标', '数量指标', '质量指标', '时效指标', '满意度指标'].map((title, c) => ({
    title,
    width: 30,
    value: (n: number) => `${title}：完成${(n % 37) + c}处，合格率不低于${90 + ((n + c) % 10)}%`,
  })),
];

function* numbers(): Generator<number> {
  for (let n = 1; n <= Number(rows); n++) yield n;
}

await writeOutput(writeWorkbook({}, [sheet('项目', COLUMNS, numbers())]), file);
