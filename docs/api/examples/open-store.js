import { openStore } from 'mingzhang';

const store = await openStore('明账.db', { readOnly: true });
const { documents, projects } = await store.summary();
console.log(`${documents} 份文档，${projects} 个项目`);
await store.close();
