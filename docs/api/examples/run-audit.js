import { importFiles, openStore, runAudit } from 'mingzhang';

const store = await openStore('核查.db');
await importFiles(['samples/hunan-liuyang.txt'], store);
const { findings } = await runAudit(store, { region: '湖南省', year: 2024 });
for (const { rule, message } of findings) console.log(rule, message);
await store.close();
