import { importFiles, openStore } from 'mingzhang';

const store = await openStore('汇总.db');
const summary = await importFiles(['samples/hunan-liuyang.txt'], store);
console.log(`${summary.seconds.toFixed(1)} 秒，${summary.indicators} 条指标，未认领 ${summary.unclaimed} 格`);
await store.close();
