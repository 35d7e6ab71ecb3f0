/**
 * The headers of a SAS transport file, version 5 ("Record layout of a SAS version 5 or 6 data set in SAS transport
 * format", TS-140): records of 80 bytes; library, member, one NAMESTR of 140 bytes a variable, then the rows.
 */
import { basename } from 'node:path';
import { open, type FileHandle } from 'node:fs/promises';
import { notADataset } from './dataset.ts';

export const RECORD = 80;
export const NAMESTR = 140;

export const HEADERS = {
  library: 'HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!',
  member: 'HEADER RECORD*******MEMBER  HEADER RECORD!!!!!!!',
  descriptor: 'HEADER RECORD*******DSCRPTR HEADER RECORD!!!!!!!',
  namestr: 'HEADER RECORD*******NAMESTR HEADER RECORD!!!!!!!',
  observations: 'HEADER RECORD*******OBS     HEADER RECORD!!!!!!!',
} as const;

const VERSION_8 = 'HEADER RECORD*******LIBV8   HEADER RECORD!!!!!!!';

export interface XptVariable {
  readonly name: string;
  readonly label: string;
  readonly numeric: boolean;
  /** Bytes in each row. */
  readonly length: number;
  /** Offset within a row. */
  readonly position: number;
}

export interface XptLayout {
  readonly name: string;
  readonly label: string;
  readonly variables: readonly XptVariable[];
  readonly rowBytes: number;
  /** Offset of the first row within the file. */
  readonly dataStart: number;
  /** Bytes from there to the file's end. */
  readonly dataBytes: number;
}

const text = (bytes: Buffer, start: number, length: number): string =>
  bytes.toString('latin1', start, start + length).replace(/[ \0]+$/, '');

/** Reads one record after the other. */
class Records {
  private offset = 0;
  constructor(
    private readonly handle: FileHandle,
    private readonly file: string,
  ) {}

  get position(): number {
    return this.offset;
  }

  async next(bytes: number = RECORD): Promise<Buffer> {
    const buffer = Buffer.alloc(bytes);
    const { bytesRead } = await this.handle.read(buffer, 0, bytes, this.offset);
    if (bytesRead < bytes) throw notADataset(this.file, 'it ends within its headers');
    this.offset += bytes;
    return buffer;
  }

  async header(kind: keyof typeof HEADERS): Promise<Buffer> {
    const record = await this.next();
    if (!record.toString('latin1').startsWith(HEADERS[kind]))
      throw notADataset(this.file, `byte ${this.offset - RECORD} must begin the ${kind} header of TS-140`);
    return record;
  }
}

const readLibrary = async (records: Records, file: string): Promise<void> => {
  const first = (await records.next()).toString('latin1');
  if (first.startsWith(VERSION_8))
    throw notADataset(file, 'it is SAS transport version 8; version 5 (XPORT) is read');
  if (!first.startsWith(HEADERS.library))
    throw notADataset(file, 'its first record must be the library header of SAS transport version 5');
  await records.next(2 * RECORD);
};

const readMember = async (records: Records): Promise<{ name: string; label: string; namestr: number }> => {
  const member = await records.header('member');
  await records.header('descriptor');
  const first = await records.next();
  const second = await records.next();
  // VAX wrote NAMESTRs of 136 bytes, and says so here.
  const namestr = Number(text(member, 74, 4)) || NAMESTR;
  return { name: text(first, 8, 8).toUpperCase(), label: text(second, 32, 40), namestr };
};

const variableOf = (namestr: Buffer): XptVariable => ({
  numeric: namestr.readInt16BE(0) === 1,
  length: namestr.readInt16BE(4),
  name: text(namestr, 8, 8).toUpperCase(),
  label: text(namestr, 16, 40),
  position: namestr.readInt32BE(84),
});

const readVariables = async (records: Records, namestr: number, file: string): Promise<XptVariable[]> => {
  const header = await records.header('namestr');
  const count = Number(text(header, 54, 4));
  if (!Number.isInteger(count) || count < 1) throw notADataset(file, 'it must have at least one variable');
  const block = await records.next(Math.ceil((count * namestr) / RECORD) * RECORD);
  const variables = Array.from({ length: count }, (_, index) =>
    variableOf(block.subarray(index * namestr, (index + 1) * namestr)),
  );
  for (const { name, numeric, length, position } of variables) {
    const fits = numeric ? length >= 2 && length <= 8 : length >= 1;
    if (!fits || position < 0)
      throw notADataset(file, `the variable ${name} must have a length that it can have`);
  }
  return variables;
};

/** @throws RoundsError NOT_A_DATASET naming the header that is wrong. */
export const readLayout = async (path: string): Promise<XptLayout> => {
  const file = basename(path);
  const handle = await open(path);
  try {
    const records = new Records(handle, file);
    await readLibrary(records, file);
    const { name, label, namestr } = await readMember(records);
    const variables = await readVariables(records, namestr, file);
    await records.header('observations');
    const { size } = await handle.stat();
    const dataStart = records.position;
    const rowBytes = Math.max(...variables.map(({ position, length }) => position + length));
    return { name, label, variables, rowBytes, dataStart, dataBytes: size - dataStart };
  } finally {
    await handle.close();
  }
};
