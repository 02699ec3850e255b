import { extractFile } from 'mingzhang';

const { forms } = await extractFile('samples/hunan-liuyang.txt');
for (const { kind, title, certainty } of forms) console.log(kind, title?.text, certainty.claimed);
