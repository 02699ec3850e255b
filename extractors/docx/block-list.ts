import type { Diagnostic } from '../../src/model/diagnostic.js';
import { type Block, isGrid } from '../../src/model/grid.js';
import { paragraphPlace } from '../../src/model/place.js';
import { asOwnBlock, type InnerBlocks } from '../tables/inner/inner-blocks.js';
import type { StoryItem } from './story-items.js';
import { tableGrid } from './table-grid.js';

/** The blocks of a document as they come in, tables and paragraphs numbered from 1. */
export class BlockList {
  readonly blocks: Block[] = [];
  private tables = 0;
  private paragraphs = 0;

  constructor(
    readonly embedded: InnerBlocks,
    readonly report: (diagnostic: Diagnostic) => void,
  ) {}

  add(items: readonly StoryItem[]): void {
    for (const item of items) {
      if (item.kind === 'paragraph') {
        this.paragraphs += 1;
        this.blocks.push({
          kind: 'paragraph',
          text: item.text,
          place: paragraphPlace(this.paragraphs),
          ...(item.heading === null ? {} : { heading: item.heading }),
        });
      } else if (item.kind === 'table') {
        this.tables += 1;
        this.blocks.push(tableGrid(item.table, this.tables, null, this));
      } else this.addEmbedded(this.embedded(item.id));
    }
  }

  /** Adds the blocks of an embedded document, counted as if they stood in this one. */
  private addEmbedded(blocks: readonly Block[]): void {
    for (const block of blocks) {
      const number = isGrid(block) ? ++this.tables : ++this.paragraphs;
      this.blocks.push(asOwnBlock(block, number));
    }
  }

  /** Adds a line of a header or footer. */
  addFurniture(text: string): void {
    this.paragraphs += 1;
    this.blocks.push({
      kind: 'paragraph',
      text,
      place: paragraphPlace(this.paragraphs),
      furniture: true,
    });
  }
}
