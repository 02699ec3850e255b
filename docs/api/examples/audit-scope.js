import { importFiles, openStore, runAudit } from 'mingzhang';

const store = await openStore('范围.db');
await importFiles(['samples/hunan-liuyang.txt'], store);
const scope = { region: '430181', year: 2024, department: '政法委', rules: ['calculation-result-differs'] };
console.log((await runAudit(store, scope)).findings.length);
await store.close();
