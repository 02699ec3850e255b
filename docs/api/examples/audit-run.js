import { importFiles, openStore, runAudit } from 'mingzhang';

const store = await openStore('一次.db');
await importFiles(['samples/hunan-liuyang.txt'], store);
const { documents, rules } = await runAudit(store);
/** “没有疑点”有分母：判断过几次，几次不适用，几次没能核查。 */
for (const { rule, pass, fail, notApplicable } of rules.slice(0, 3)) console.log(documents, rule, pass, fail, notApplicable);
await store.close();
