import { extractFile } from 'mingzhang';

const [{ projects }] = (await extractFile('samples/hunan-liuyang.txt')).disclosures;
/** 金额是整数的分；同一项目的汇总行与项目表合为一个，mentions 说见于何处。 */
for (const { name, money, mentions } of projects) console.log(name, money?.fen, mentions.map(({ role }) => role));
