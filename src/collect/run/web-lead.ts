import { fileEnding } from '../addresses/file-names.js';

/** What a list says of an address beside it; it holds for everything found behind it. */
export interface Given {
  region: string;
  year: string;
  department: string;
}

/** An address to be asked for, and what is known of it by where it was found. */
export interface WebLead {
  address: string;
  /** The address of the list, or the page of the archive, that it was found by. */
  seed: string;
  /** `seed`: a person gave it; `list`: a further page of a list; `article`: chosen on a list; `file`: an attachment. */
  role: 'seed' | 'list' | 'article' | 'file';
  /** Nobody named or chose it: it is looked at because it stands in an archive, and its title decides. */
  isUnchosen?: boolean;
  /** A picture that an article shows: may be too small to be a page. */
  isPicture?: boolean;
  /** Address of the page it was found on; '' for none. */
  referrer: string;
  /** What it is called there. */
  text: string;
  title: string;
  published: string;
  publisher: string;
  indexNumber: string;
  given: Given;
  /** How many levels of links may be followed from here. */
  depth: number;
  /** Pages of the list up to here. */
  turned: number;
}

/** An attachment, or an address whose own name is that of a file. */
export const isMeantAsFile = ({ role, address }: WebLead): boolean =>
  role === 'file' || fileEnding(new URL(address).pathname) !== null;
