import type { Diagnostic } from '../src/model/diagnostic.js';
import type { Disclosure, Form } from '../src/model/disclosure.js';
import type { CellClaim, UnreadPart } from '../src/model/document.js';
import type { Block, Extraction } from '../src/model/grid.js';
import { arrangeBlocks } from './arrange/arrange-blocks.js';
import { assembleDisclosures } from './assemble/assemble-disclosures.js';
import { attachStatements } from './assemble/attach-statements.js';
import type { SubjectHints } from './assemble/infer-subject.js';
import { recognizeForms } from './recognize/segments/recognize-forms.js';
import { findUnread } from './recognize/unread/find-unread.js';
import { withSnappedLabels } from './recognize/words/snapped-labels.js';
import { readSaid } from './said/read-said.js';
import { readStatements } from './statements/read-statements.js';

export interface DisclosuresRead {
  outcome: 'ok' | 'partial';
  blocks: Block[];
  forms: Form[];
  claims: CellClaim[];
  unread: UnreadPart[];
  disclosures: Disclosure[];
  diagnostics: Diagnostic[];
}

/** From the blocks of one document to its disclosures: arrange tables, recognize forms, read statements, parse values, assemble. Pure. */
export function readDisclosures(extraction: Extraction, hints: SubjectHints): DisclosuresRead {
  const blocks = arrangeBlocks(extraction.blocks);
  const { forms: recognized, claims } = recognizeForms(withSnappedLabels(blocks));
  const document = { title: extraction.title, blocks };
  const { forms, disclosures, diagnostics } = assembleDisclosures(recognized, claims, document, hints);
  const taken = new Set(forms.flatMap((form) => form.blocks));
  const statements = readStatements(blocks, taken);
  const unread = findUnread(blocks, recognized, claims);
  const isPartial = unread.parts.length > 0 || forms.some((form) => form.state === 'partial');
  return {
    outcome: isPartial ? 'partial' : 'ok',
    blocks,
    forms,
    claims,
    unread: unread.parts,
    disclosures: withSaid(attachStatements(disclosures, statements.statements, document, hints), blocks),
    diagnostics: [...diagnostics, ...statements.diagnostics, ...unread.diagnostics],
  };
}

/** The prose of a document goes with its statements: to the first disclosure that has some, else to the first. */
function withSaid(disclosures: readonly Disclosure[], blocks: readonly Block[]): Disclosure[] {
  const holder = disclosures.find(({ statements }) => statements.length > 0) ?? disclosures[0];
  return disclosures.map((each) => (each === holder ? { ...each, said: readSaid(blocks) } : each));
}
