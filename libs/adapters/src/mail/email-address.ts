/**
 * E-mail addresses as people have them: RFC 5322's dot-atom before the `@`, with the letters of any script (RFC 6532),
 * and a domain in any script after it. Each has one normal form, in which it is kept and compared.
 */
import { domainToASCII, domainToUnicode } from 'node:url';
import { breach, type Breach } from '@rounds/contracts/rules';

/** Octets: RFC 5321, 4.5.3.1.1 and 4.5.3.1.3 (the path's 256 without its brackets). */
const LONGEST_LOCAL = 64;
const LONGEST = 254;

const ATEXT = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
const LOCAL = new RegExp(`^${ATEXT}(?:\\.${ATEXT})*$`, 'u');
const DOMAIN = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u;
const WIRE_DOMAIN = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])?$/;
/** Punycode that stands for nothing; the versions of Node do not agree on refusing it. */
const UNREADABLE = /(?:^|\.)xn--/;
const ASCII = /^[\x21-\x7e]+$/;

export type ReadAddress = { readonly address: string } | { readonly breach: Breach };

const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');

/** Signs such as the Kelvin sign and full-width letters, which become plain letters when they are folded. */
const isDisguised = (text: string): boolean =>
  Array.from(text).some(
    (sign) => !ASCII.test(sign) && /[\x21-\x7e]/.test(sign.normalize('NFKC').toLowerCase()),
  );

/**
 * The normal form: NFC, lower case, the domain in its own script. Two addresses with one normal form are one person's:
 * no provider of today tells `Anna@` from `anna@`.
 * @returns the rule that is broken where the text is no address
 */
export const readAddress = (text: string): ReadAddress => {
  const at = text.lastIndexOf('@');
  if (at < 1) return { breach: breach('not-an-email') };
  if (bytesOf(text) > LONGEST) return { breach: breach('email-too-long', { max: LONGEST }) };
  if (isDisguised(text)) return { breach: breach('email-disguised') };
  const local = text.slice(0, at).normalize('NFC').toLowerCase();
  if (!LOCAL.test(local)) return { breach: breach('email-signs') };
  if (bytesOf(local) > LONGEST_LOCAL)
    return { breach: breach('email-name-too-long', { max: LONGEST_LOCAL }) };
  const written = text.slice(at + 1).normalize('NFC');
  const wire = DOMAIN.test(written) ? domainToASCII(written) : '';
  const domain = domainToUnicode(wire);
  if (!WIRE_DOMAIN.test(wire) || UNREADABLE.test(domain)) return { breach: breach('email-domain') };
  return { address: `${local}@${domain}` };
};

/** For what was checked at a door before: an address that is none stays as it is, and equals nothing else. */
export const normalAddress = (text: string): string => {
  const read = readAddress(text);
  return 'address' in read ? read.address : text;
};

/** As mail servers know it: the domain in ASCII (RFC 5891). Before the `@` it may hold other letters still. */
export const wireAddress = (address: string): string => {
  const at = address.lastIndexOf('@');
  const domain = domainToASCII(address.slice(at + 1));
  return domain === '' ? address : `${address.slice(0, at)}@${domain}`;
};

/** Whether a server must speak SMTPUTF8 (RFC 6531) to take mail to it. */
export const needsUtf8 = (address: string): boolean => !ASCII.test(wireAddress(address));
