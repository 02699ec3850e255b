/** Stylesheet of `renderEvidence`; the page gives the font. */
export const EVIDENCE_STYLE = `
.evidence { display: grid; grid-template-columns: minmax(0, 1fr) minmax(18rem, 26rem); gap: 1rem; align-items: start; }
.evidence figure { margin: 0 0 .8rem; }
.evidence figcaption { font-size: .85em; margin-bottom: .3rem; overflow-wrap: anywhere; }
.evidence cite { font-style: normal; color: #555; }
.evidence .grid-frame { overflow-x: auto; }
.evidence table { border-collapse: collapse; font-size: .85em; }
.evidence td, .evidence th { border: 1px solid #b9b9b9; padding: .2rem .4rem; vertical-align: top; text-align: left; white-space: pre-wrap; overflow-wrap: break-word; min-width: 3.5em; }
.evidence .grid th { background: #f3f3f3; color: #5f5f5f; font-weight: normal; font-size: .85em; text-align: center; }
.evidence .grid thead td { border: 0; }
.evidence td.continued { color: #666; background: #fafafa; }
.evidence td.operand { background: #fff3bf; outline: 2px solid #b35c00; outline-offset: -2px; }
.evidence mark { background: #fff3bf; color: inherit; }
.evidence sup { display: inline-block; min-width: 1.3em; margin-right: .2em; padding: 0 .25em; border-radius: .7em; background: #b35c00; color: #fff; font-size: .75em; text-align: center; line-height: 1.5; vertical-align: baseline; }
.evidence .left-out, .evidence .left-out td { color: #8a4b00; background: #fbf7f0; font-style: normal; text-align: center; }
.evidence blockquote { margin: 0; padding: .4rem .8rem; border-left: 3px solid #b35c00; white-space: pre-wrap; overflow-wrap: anywhere; }
.evidence .formula { margin: 0 0 .5rem; font-size: 1.05em; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.evidence dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .8rem; margin: 0 0 .6rem; }
.evidence dt { color: #555; }
.evidence dd { margin: 0; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.evidence .operands { width: 100%; }
.evidence .operands td:last-child { min-width: 5.5em; overflow-wrap: normal; }
.evidence .operands thead th { background: #f3f3f3; }
@media (max-width: 70rem) { .evidence { grid-template-columns: minmax(0, 1fr); } }
@media print {
  .evidence { grid-template-columns: minmax(0, 1fr); gap: .4rem; }
  .evidence .grid-frame { overflow: visible; }
  .evidence table { font-size: 7.5pt; }
  .evidence tr, .evidence dl { break-inside: avoid; }
  .evidence td.operand, .evidence mark, .evidence sup { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
