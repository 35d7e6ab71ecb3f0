import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';

/**
 * @typedef {{ address: string, name: string }} Mailbox
 *
 * @typedef {object} StoredMail
 * @property {string} id
 * @property {string} subject
 * @property {Mailbox[]} from
 * @property {Mailbox[]} to
 * @property {Mailbox[]} cc
 * @property {string} date ISO
 * @property {string} html
 * @property {string} text
 * @property {Record<string, string>} headers by their names in lower case; of several, the last
 * @property {{ filename: string, contentType: string, length: number }[]} attachments
 */

/** Mails in a folder, one file each, as they came over the wire. */
export class Inbox {
  /** In the order in which they came. @type {Map<string, StoredMail>} */
  mails = new Map();
  #folder;
  #count = 0;

  /** @param {string} folder */
  constructor(folder) {
    this.#folder = folder;
  }

  /** @param {string} folder */
  static async open(folder) {
    await mkdir(folder, { recursive: true });
    const inbox = new Inbox(folder);
    const files = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort();
    for (const file of files) await inbox.#read(file.slice(0, -'.eml'.length));
    return inbox;
  }

  /** On disk, whole, when it resolves. @param {Buffer} source */
  async add(source) {
    const id = this.#nextId();
    const draft = join(this.#folder, `${id}.draft`);
    await writeFile(draft, source);
    await rename(draft, this.#file(id));
    await this.#read(id);
  }

  /** @param {string} id of a mail that is here */
  source(id) {
    return readFile(this.#file(id));
  }

  /**
   * @param {string} id of a mail that is here
   * @param {number} index
   */
  async attachment(id, index) {
    return (await PostalMime.parse(await this.source(id))).attachments[index];
  }

  /** @param {string} id */
  async #read(id) {
    this.mails.set(id, await describe(id, await this.source(id)));
  }

  /** @param {string} id */
  #file(id) {
    return join(this.#folder, `${id}.eml`);
  }

  /** Sorts by the time of arrival, also over restarts. */
  #nextId() {
    this.#count += 1;
    const [time, count] = [Date.now(), this.#count].map((part) => part.toString(36).padStart(9, '0'));
    return `${time}${count}${randomBytes(3).toString('hex')}`;
  }
}

/**
 * @param {string} id
 * @param {Buffer} source
 * @returns {Promise<StoredMail>}
 */
async function describe(id, source) {
  const { subject, from, to, cc, date, html, text, headers, attachments } = await PostalMime.parse(source);
  return {
    ...{ id, subject: subject ?? '', date: date ?? '', html: body(html), text: body(text) },
    ...{ from: mailboxes(from ? [from] : []), to: mailboxes(to), cc: mailboxes(cc) },
    headers: Object.fromEntries(headers.map(({ key, value }) => [key, value])),
    attachments: attachments.map(({ filename, mimeType, content }) => ({
      ...{ filename: filename ?? 'unnamed', contentType: mimeType },
      length: typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength,
    })),
  };
}

/** The parser ends every line, also the last, which the mail does not. @param {string} [text] */
function body(text = '') {
  return text.replace(/\n$/, '');
}

/** @param {import('postal-mime').Address[]} [addresses] */
function mailboxes(addresses = []) {
  return addresses.flatMap((each) => each.group ?? [{ address: each.address ?? '', name: each.name }]);
}
