import { extractFile } from 'mingzhang';

const { outcome, forms, claims, diagnostics } = await extractFile('samples/hunan-liuyang.txt');
const unclaimed = claims.filter(({ status }) => status === 'unclaimed');
console.log(outcome, forms.length, unclaimed.length, diagnostics.length);
