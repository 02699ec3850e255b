import { openStore } from 'mingzhang';

const store = await openStore('明账.db', { readOnly: true });
/** 编号 f1 所指的疑点：每个数都有出处。 */
const { finding } = await store.locate('f1');
console.log(finding.message);
for (const { label, evidence } of finding.evidence) console.log(label, evidence.place, evidence.quote);
await store.close();
