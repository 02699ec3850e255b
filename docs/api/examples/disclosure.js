import { extractFile } from 'mingzhang';

const [disclosure] = (await extractFile('samples/hunan-liuyang.txt')).disclosures;
console.log(disclosure.region.name, disclosure.year, disclosure.stage, disclosure.department);
/** 归属由什么决定。 */
console.log(disclosure.basis.year.from, disclosure.basis.year.quote);
