import { extractFile } from 'mingzhang';

const document = await extractFile('samples/hunan-liuyang.txt', { hints: { year: 2024 } });
if (document.outcome !== 'ok') console.error(document.outcome, document.reason);
for (const { department, projects, indicators } of document.disclosures) {
  console.log(department, projects.length, indicators.length);
}
