import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { needsUtf8, normalAddress, readAddress, wireAddress } from './email-address.ts';

const ATEXT = "abcXYZ0189!#$%&'*+/=?^_`{|}~-";

describe('e-mail addresses as people have them', () => {
  it.each([
    ['anna@example.org', 'anna@example.org'],
    ["O'Neil+trial@Sub.Example.ORG", "o'neil+trial@sub.example.org"],
    ['{a|b}=c~d/e?f^g`h%i@example.org', '{a|b}=c~d/e?f^g`h%i@example.org'],
    ['anna@Bücher.example', 'anna@bücher.example'],
    ['anna@xn--bcher-kva.example', 'anna@bücher.example'],
    ['Дмитрий@почта.рф', 'дмитрий@почта.рф'],
    ['山田@例え.jp', '山田@例え.jp'],
    // As a Mac writes it: a letter and its mark.
    ['rene\u0301@example.org', 'ren\u00e9@example.org'],
  ])('takes %s', (text, address) => {
    expect(readAddress(text)).toEqual({ address });
  });

  it.each([
    ['an address without a domain', 'anna', 'not-an-email'],
    ['nobody', '@example.org', 'not-an-email'],
    ['the Kelvin sign', '\u212aarl@example.org', 'email-disguised'],
    ['the Kelvin sign in a domain', 'karl@\u212aarl.example', 'email-disguised'],
    ['full-width letters', 'ａnna@example.org', 'email-disguised'],
    ['a line break', 'anna\r\nBcc: eve@example.org', 'email-signs'],
    ['a line break in the domain', 'anna@example.org\r\n', 'email-domain'],
    ['a comma', 'anna,eve@example.org', 'email-signs'],
    ['two addresses', 'anna@example.org,eve@example.org', 'email-signs'],
    ['a name', 'Anna <anna@example.org>', 'email-signs'],
    ['a blank', ' anna@example.org', 'email-signs'],
    ['quotes', '"anna"@example.org', 'email-signs'],
    ['two dots', 'an..na@example.org', 'email-signs'],
    ['a dot at the end', 'anna.@example.org', 'email-signs'],
    ['a NUL', 'an\u0000na@example.org', 'email-signs'],
    ['half a sign', 'an\ud800na@example.org', 'email-signs'],
    ['a mark that turns the text round', 'an\u202ena@example.org', 'email-signs'],
    ['a host alone', 'anna@localhost', 'email-domain'],
    ['an IP address', 'anna@127.0.0.1', 'email-domain'],
    ['an IP address in disguise', 'anna@0x7f.1', 'email-domain'],
    ['a per cent sign in the domain', 'anna@ex%61mple.org', 'email-domain'],
    ['a hyphen at the start of a domain', 'anna@-example.org', 'email-domain'],
    ['broken punycode', 'anna@xn--zzzzzz99.org', 'email-domain'],
    ['65 bytes before the @', `${'a'.repeat(65)}@example.org`, 'email-name-too-long'],
    ['5,000 signs', `${'a'.repeat(5_000)}@example.org`, 'email-too-long'],
  ])('refuses %s by its rule', (_what, text, code) => {
    expect(readAddress(text)).toMatchObject({ breach: { code } });
  });

  it('takes every RFC 5322 dot-atom', () => {
    const atom = fc.string({ unit: fc.constantFrom(...Array.from(ATEXT)), minLength: 1, maxLength: 20 });
    const local = fc.array(atom, { minLength: 1, maxLength: 3 }).map((atoms) => atoms.join('.'));
    fc.assert(
      fc.property(local, (text) => {
        expect(readAddress(`${text}@example.org`)).toEqual({ address: `${text.toLowerCase()}@example.org` });
      }),
    );
  });

  it('has one normal form, whose wire form is the same address', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (text) => {
        const normal = normalAddress(text);
        expect(normalAddress(normal)).toBe(normal);
        expect(normalAddress(text.toUpperCase())).toBe(normal);
        expect(normalAddress(wireAddress(normal))).toBe(normal);
      }),
    );
  });

  it('has a domain in ASCII on the wire, and says which addresses need SMTPUTF8 all the same', () => {
    expect(wireAddress('anna@bücher.example')).toBe(`anna@${domainToASCII('bücher.example')}`);
    expect(needsUtf8('anna@bücher.example')).toBe(false);
    expect(needsUtf8('дмитрий@почта.рф')).toBe(true);
  });
});
