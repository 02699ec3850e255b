import { importFiles, openStore } from 'mingzhang';

const store = await openStore('新.db');
const { files, outcomes, failures } = await importFiles(['samples/hunan-liuyang.txt'], store, { jobs: 1 });
console.log(files, outcomes);
for (const { path, outcome, reason } of failures) console.error(path, outcome, reason);
await store.close();
