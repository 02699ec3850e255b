import { extractFile } from 'mingzhang';

/** 文件上没有印出的，由 hints 给出；ocr：off 不识别图像，auto 识别没有文字的页，all 连带已有识别结果的页。 */
const options = { hints: { region: '430181', year: 2024 }, ocr: 'off' };
const { disclosures } = await extractFile('samples/hunan-liuyang.txt', options);
console.log(disclosures[0].region.name, disclosures[0].basis.region.from);
