import type { Diagnostic } from '../src/model/diagnostic.js';
import type { Disclosure, Form } from '../src/model/disclosure.js';
import type { CellClaim, UnreadPart } from '../src/model/document.js';
import type { Block, Extraction } from '../src/model/grid.js';
import { arrangeBlocks } from './arrange/arrange-blocks.js';
import { assembleDisclosures } from './assemble/assemble-disclosures.js';
import type { SubjectHints } from './assemble/infer-subject.js';
import { recognizeForms } from './recognize/segments/recognize-forms.js';
import { findUnread } from './recognize/unread/find-unread.js';
import { readSaid } from './said/read-said.js';

export interface DisclosuresRead {
  outcome: 'ok' | 'partial';
  blocks: Block[];
  forms: Form[];
  claims: CellClaim[];
  unread: UnreadPart[];
  disclosures: Disclosure[];
  diagnostics: Diagnostic[];
}

/** From the blocks of one document to its disclosures: arrange tables, recognize forms, parse values, assemble. Pure. */
export function readDisclosures(extraction: Extraction, hints: SubjectHints): DisclosuresRead {
  const blocks = arrangeBlocks(extraction.blocks);
  const { forms: recognized, claims } = recognizeForms(blocks);
  const document = { title: extraction.title, blocks };
  const { forms, disclosures, diagnostics } = assembleDisclosures(recognized, claims, document, hints);
  const unread = findUnread(blocks, recognized, claims);
  const isPartial = unread.parts.length > 0 || forms.some((form) => form.state === 'partial');
  return {
    outcome: isPartial ? 'partial' : 'ok',
    blocks,
    forms,
    claims,
    unread: unread.parts,
    disclosures: withSaid(disclosures, blocks),
    diagnostics: [...diagnostics, ...unread.diagnostics],
  };
}

/** The prose of a document is its first disclosure's. */
const withSaid = ([main, ...others]: readonly Disclosure[], blocks: readonly Block[]): Disclosure[] =>
  main ? [{ ...main, said: readSaid(blocks) }, ...others] : [];
