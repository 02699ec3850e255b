import { ByteWriter, type Writer } from 'hyparquet-writer';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import { useDictionary } from 'hyparquet-writer/src/dictionary.js';
import { writeRleBitPackedHybrid } from 'hyparquet-writer/src/encoding.js';
import { snappyCompress } from 'hyparquet-writer/src/snappy.js';
import { BLANK, endOf, type NumberColumn, type TextColumn } from './column-group.js';

const TYPES = { integer: 'INT64', real: 'DOUBLE', text: 'BYTE_ARRAY' } as const;
const NUMBER = 8;
const WORD = 2 ** 32;

/** Values of a column as the pages of its chunk hold them. */
interface Encoded {
  /** Of each row: whether it has a value. */
  levels: Uint8Array;
  blanks: number;
  dictionary: { count: number; page: Uint8Array } | null;
  /** The values there are, or their numbers in the dictionary. */
  data: Uint8Array;
}

/**
 * Writes a column of a group of rows as a chunk with one page of data, as the library does of a plain list of values, to the byte: that
 * takes each value several times in its hand, and every text is encoded here already.
 * @param bounds whether to say the least and the greatest value
 * @returns what the foot of the file says of it
 */
export function writeParquetColumn(
  writer: Writer,
  column: TextColumn | NumberColumn,
  count: number,
  bounds: boolean,
) {
  const { levels, blanks, dictionary, data } =
    column.type === 'text' ? encodedTexts(column, count) : encodedNumbers(column, count);
  const begin = writer.offset;
  let size = 0;
  const dictionaryAt = dictionary && BigInt(begin);
  if (dictionary) {
    const compressed = snappyCompress(dictionary.page);
    writePageHeader(writer, {
      type: 'DICTIONARY_PAGE',
      uncompressed_page_size: dictionary.page.length,
      compressed_page_size: compressed.length,
      dictionary_page_header: { num_values: dictionary.count, encoding: 'PLAIN' },
    });
    size += writer.offset - begin + dictionary.page.length;
    writer.appendBytes(compressed);
  }
  const encoding = dictionary ? ('RLE_DICTIONARY' as const) : ('PLAIN' as const);
  const dataAt = writer.offset;
  const written = new ByteWriter();
  writeRleBitPackedHybrid(written, levels, 1);
  const compressed = snappyCompress(data);
  writePageHeader(writer, {
    type: 'DATA_PAGE_V2',
    uncompressed_page_size: written.offset + data.length,
    compressed_page_size: written.offset + compressed.length,
    data_page_header_v2: {
      num_values: count,
      num_nulls: blanks,
      num_rows: count,
      encoding,
      definition_levels_byte_length: written.offset,
      repetition_levels_byte_length: 0,
      is_compressed: true,
    },
  });
  size += writer.offset - dataAt + written.offset + data.length;
  writer.appendBytes(written.getBytes());
  writer.appendBytes(compressed);
  return {
    meta_data: {
      type: TYPES[column.type],
      encodings: dictionary ? ['PLAIN' as const, encoding] : [encoding],
      path_in_schema: [column.name],
      codec: 'SNAPPY' as const,
      num_values: BigInt(count),
      total_compressed_size: BigInt(writer.offset - begin),
      total_uncompressed_size: BigInt(size),
      data_page_offset: BigInt(dataAt),
      ...(dictionaryAt === null ? {} : { dictionary_page_offset: dictionaryAt }),
      ...(bounds && column.type === 'text' ? boundsOf(column, blanks) : {}),
    },
    file_offset: BigInt(begin),
  };
}

function boundsOf({ texts }: TextColumn, blanks: number) {
  let [least, greatest]: (Uint8Array | undefined)[] = [];
  for (let n = 0; n < texts.count; n++) {
    const text = texts.page.subarray(texts.starts[n], endOf(texts, n));
    if (!least || Buffer.compare(text, least) < 0) least = text;
    if (!greatest || Buffer.compare(text, greatest) > 0) greatest = text;
  }
  return {
    statistics: { min_value: least, max_value: greatest, null_count: BigInt(blanks) },
    encoding_stats: [
      { page_type: 'DICTIONARY_PAGE' as const, encoding: 'PLAIN' as const, count: 1 },
      { page_type: 'DATA_PAGE_V2' as const, encoding: 'RLE_DICTIONARY' as const, count: 1 },
    ],
  };
}

function encodedTexts({ texts, numbers }: TextColumn, count: number): Encoded {
  const levels = new Uint8Array(count);
  const held = new Int32Array(count);
  let there = 0;
  for (let n = 0; n < count; n++) {
    const number = numbers[n] as number;
    if (number === BLANK) continue;
    levels[n] = 1;
    held[there++] = number;
  }
  return {
    levels,
    blanks: count - there,
    dictionary: texts,
    data: numbersOf(held.subarray(0, there), texts.count),
  };
}

function encodedNumbers({ type, values }: NumberColumn, count: number): Encoded {
  const levels = new Uint8Array(count);
  const held = new Float64Array(count);
  const all: (number | null)[] = [];
  let there = 0;
  for (let n = 0; n < count; n++) {
    const value = values[n] as number;
    const isBlank = Number.isNaN(value);
    all.push(isBlank ? null : value);
    if (isBlank) continue;
    levels[n] = 1;
    held[there++] = value;
  }
  const plain = (numbers: ArrayLike<number>): Uint8Array =>
    type === 'integer' ? wholeNumbers(numbers) : doubles(numbers);
  // It looks at samples of all values, blank ones among them, whether a dictionary pays.
  const { dictionary, indexes } = useDictionary(all, TYPES[type], undefined, undefined);
  return {
    levels,
    blanks: count - there,
    dictionary: dictionary ? { count: dictionary.length, page: plain(dictionary) } : null,
    data:
      dictionary && indexes
        ? numbersOf(Int32Array.from(indexes.filter((index) => index !== undefined)), dictionary.length)
        : plain(held.subarray(0, there)),
  };
}

/** Numbers of texts or values in a dictionary of so many. */
function numbersOf(numbers: Int32Array, count: number): Uint8Array {
  const page = new ByteWriter();
  const width = Math.ceil(Math.log2(Math.max(count, 1)));
  page.appendUint8(width);
  writeRleBitPackedHybrid(page, numbers, width);
  return page.getBytes();
}

/** @throws RangeError on a number that is not whole, or too large for 64 bits */
function wholeNumbers(numbers: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(numbers.length * NUMBER);
  const view = new DataView(bytes.buffer);
  for (let n = 0; n < numbers.length; n++) {
    const number = numbers[n] as number;
    if (!Number.isInteger(number) || Math.abs(number) >= 2 ** 63)
      throw new RangeError(`${number} 不是 64 位的整数`);
    view.setUint32(n * NUMBER, number % WORD, true);
    view.setInt32(n * NUMBER + 4, Math.floor(number / WORD), true);
  }
  return bytes;
}

function doubles(numbers: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(numbers.length * NUMBER);
  const view = new DataView(bytes.buffer);
  for (let n = 0; n < numbers.length; n++) view.setFloat64(n * NUMBER, numbers[n] as number, true);
  return bytes;
}
