/** Stylesheet of the audit page, without that of the evidence. */
export const PAGE_STYLE = `
:root { color-scheme: light; --rule: #cfcfcf; --error: #a61b1b; --warning: #8a5a00; --note: #2f5d8a; }
body { margin: 0 auto; max-width: 100rem; padding: 1rem 1.5rem 4rem; color: #1c1c1c; background: #fff; font: 15px/1.6 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.6rem; margin: .5rem 0; }
h2 { font-size: 1.25rem; margin: 2rem 0 .6rem; padding-bottom: .2rem; border-bottom: 2px solid #44546a; }
h3 { font-size: 1.1rem; margin: 0 0 .4rem; }
a { color: #0b5394; }
.caution { padding: .5rem .9rem; background: #fff8e6; border-left: 4px solid #b35c00; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: .6rem 0; }
.facts dt { color: #555; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
nav a { margin-right: 1.2rem; }
.filters { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: center; padding: .5rem 0; background: #fff; border-bottom: 1px solid var(--rule); }
.filters select, .filters button { font: inherit; max-width: 18rem; }
.filters output { color: #555; }
.list { border-collapse: collapse; width: 100%; }
.list th, .list td { border-bottom: 1px solid var(--rule); padding: .3rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.list th { background: #eef1f5; white-space: nowrap; }
.list .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.list .whole { white-space: nowrap; overflow-wrap: normal; }
.severity { font-weight: 600; white-space: nowrap; }
.error { color: var(--error); }
.warning { color: var(--warning); }
.note { color: var(--note); }
.paper { margin-top: 2rem; }
.finding { margin: .8rem 0; border: 1px solid var(--rule); border-radius: 4px; scroll-margin-top: 4rem; }
.finding:target { border-color: #b35c00; box-shadow: 0 0 0 2px #f0d9b8; }
.finding summary { padding: .5rem .8rem; cursor: pointer; }
.finding .body { padding: .2rem .8rem .8rem; }
.answer { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: .5rem 0 0; }
.answer dt { color: #555; }
.answer dd { margin: 0; }
.by-hand { display: none; }
[hidden] { display: none !important; }
@page { size: A4; margin: 14mm 12mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  nav, .filters select, .filters button, .filters label, .back, #papers { display: none; }
  .filters { position: static; border: 0; }
  .list { font-size: 8pt; }
  .list thead { display: table-header-group; }
  .list tr, .facts, .answer, .by-hand { break-inside: avoid; }
  .paper { break-before: page; margin-top: 0; }
  h2, h3, .finding summary { break-after: avoid; }
  .finding { border-width: 0 0 1px; border-radius: 0; box-shadow: none; }
  .finding summary { list-style: none; padding: .3rem 0; font-weight: 600; }
  .finding .body { padding: 0 0 .4rem; }
  .finding::details-content { content-visibility: visible; }
  .by-hand { display: block; margin: .6rem 0 0; }
  a { color: inherit; text-decoration: none; }
}
`;
