import { extractFile } from 'mingzhang';

const [{ indicators }] = (await extractFile('samples/hunan-liuyang.txt')).disclosures;
const { name, target, parsed, evidence } = indicators[0];
console.log(name, target, parsed.operator, parsed.quantity, parsed.measure, evidence.name.place);
