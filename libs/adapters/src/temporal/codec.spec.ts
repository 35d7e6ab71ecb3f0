/** Small. */
import { defaultPayloadConverter } from '@temporalio/common';
import { decodePayloads, encodePayloads } from './codec-endpoint.ts';
import { encryptionCodec, parseCodecKeys } from './codec.ts';

const key = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString('base64')}`;
const payload = (value: unknown) => defaultPayloadConverter.toPayload(value);
const encode = async (keys: string, value: unknown) => {
  const [encoded] = await encryptionCodec(parseCodecKeys(keys)).encode([payload(value)]);
  if (encoded === undefined) throw new Error('no payload');
  return encoded;
};

describe('parseCodecKeys', () => {
  it.each([
    ['an id twice', `${key('a', 1)},${key('a', 2)}`],
    ['a short key', `a:${Buffer.alloc(16).toString('base64')}`],
    ['no id', `:${Buffer.alloc(32).toString('base64')}`],
    ['nothing', ''],
  ])('refuses %s and names the variable', (_case, text) => {
    expect(() => parseCodecKeys(text)).toThrow(/ROUNDS_CODEC_KEYS/);
  });
});

describe('encryptionCodec', () => {
  it('gives back what it was given, and shows none of it', async () => {
    const encoded = await encode(key('a', 1), { subject: '01-701-1015' });
    expect(Buffer.from(encoded.data ?? []).toString('latin1')).not.toContain('01-701-1015');
    expect(Buffer.from(encoded.metadata?.['encryption-key-id'] ?? []).toString()).toBe('a');
    const [decoded] = await encryptionCodec(parseCodecKeys(key('a', 1))).decode([encoded]);
    expect(defaultPayloadConverter.fromPayload(decoded as never)).toEqual({ subject: '01-701-1015' });
  });

  it('never encrypts the same value to the same bytes', async () => {
    const [one, two] = [await encode(key('a', 1), 'same'), await encode(key('a', 1), 'same')];
    expect(one.data).not.toEqual(two.data);
  });

  it('reads what an older key wrote, and writes with the newer', async () => {
    const old = await encode(key('old', 1), 'kept');
    const rotated = `${key('new', 2)},${key('old', 1)}`;
    const [decoded] = await encryptionCodec(parseCodecKeys(rotated)).decode([old]);
    expect(defaultPayloadConverter.fromPayload(decoded as never)).toBe('kept');
    const written = await encode(rotated, 'fresh');
    expect(Buffer.from(written.metadata?.['encryption-key-id'] ?? []).toString()).toBe('new');
  });

  it('names the key that it does not hold', async () => {
    const encoded = await encode(key('gone', 1), 'x');
    await expect(encryptionCodec(parseCodecKeys(key('a', 1))).decode([encoded])).rejects.toThrow(/"gone"/);
  });

  it.each(['data', 'key id'])('refuses a payload whose %s was changed', async (what) => {
    const encoded = await encode(`${key('a', 1)},${key('b', 1)}`, 'x');
    const data = Buffer.from(encoded.data ?? []);
    if (what === 'data') data.writeUInt8(data.readUInt8(20) ^ 1, 20);
    // Even under an id whose key has the same bytes: the id is authenticated too.
    const id = Buffer.from(what === 'data' ? 'a' : 'b');
    const forged = { metadata: { ...encoded.metadata, 'encryption-key-id': id }, data };
    const codec = encryptionCodec(parseCodecKeys(`${key('a', 1)},${key('b', 1)}`));
    await expect(codec.decode([forged])).rejects.toThrow();
  });

  it('leaves payloads of others as they are', async () => {
    const foreign = payload('plain');
    expect(await encryptionCodec(parseCodecKeys(key('a', 1))).decode([foreign])).toEqual([foreign]);
  });
});

describe('the codec endpoint', () => {
  const keys = parseCodecKeys(key('a', 1));
  const plain = {
    payloads: [
      {
        metadata: { encoding: Buffer.from('json/plain').toString('base64') },
        data: Buffer.from('"x"').toString('base64'),
      },
    ],
  };

  it('encodes and decodes payloads as JSON', async () => {
    const encoded = await encodePayloads(keys, plain);
    expect(encoded).not.toEqual(plain);
    expect(await decodePayloads(keys, encoded)).toEqual(plain);
  });

  it.each([
    ['no payloads', {}, 'payloads'],
    ['text that is not base64', { payloads: [{ metadata: {}, data: '§' }] }, 'payloads.0.data'],
    ['nothing', null, 'payloads'],
  ])('refuses %s by name', async (_case, body, field) => {
    await expect(decodePayloads(keys, body)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field }],
    });
  });

  it('says that a payload cannot be decrypted without showing it', async () => {
    const encoded = await encodePayloads(parseCodecKeys(key('other', 9)), plain);
    await expect(decodePayloads(keys, encoded)).rejects.toMatchObject({ code: 'UNPROCESSABLE' });
  });
});
