import { importFiles, openStore } from 'mingzhang';

const stop = new AbortController();
const store = await openStore('进度.db');
await importFiles(['samples/hunan-liuyang.txt'], store, {
  jobs: 1,
  signal: stop.signal,
  report: (event) => console.log(event.kind),
});
await store.close();
