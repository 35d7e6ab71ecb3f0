import sharp from 'sharp';
import { openApiBed, type ApiBed } from './api-bed.ts';

/** Templates over real HTTP: versions, rights, pictures, and what a wish makes of them. */
let bed: ApiBed;
const ANNA = 'anna@example.org';
const OPERATOR = 'operator@example.org';
const AUDITOR = 'auditor@example.org';

interface Template {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly title: string;
  readonly formats: string[] | null;
  readonly sections: string[] | null;
  readonly branding: {
    readonly logo: { readonly sha256: string; readonly width: number; readonly height: number } | null;
    readonly footer: string | null;
  };
  readonly revision: number;
  readonly used: boolean;
  readonly retired: boolean;
}

beforeAll(async () => {
  bed = await openApiBed('templates', { workers: false });
  for (const study of ['S1', 'S2']) await bed.addStudy(study);
  await bed.grant(ANNA, 'S1');
  await bed.addRole(OPERATOR, 'operator');
  await bed.addRole(AUDITOR, 'auditor');
});
afterAll(() => bed.close());

const call = async (method: string, path: string, body?: unknown, as = OPERATOR, headers = {}) => {
  const answer = await bed.call(method, `/api/v1${path}`, {
    as,
    headers,
    ...(body === undefined ? {} : { body }),
  });
  return { ...answer, template: answer.json as unknown as Template };
};
const make = (overrides: object, headers = {}) =>
  call('POST', '/templates', { reportType: 'study-weekly', ...overrides }, OPERATOR, headers);
const generate = (body: object, as = ANNA) =>
  call('POST', '/reports/generate', { studyId: 'S1', ...body }, as);
const itemsOf = async (path: string, as = OPERATOR): Promise<string[]> => {
  const { status, json } = await call('GET', path, undefined, as);
  expect(status).toBe(200);
  return json.items.map(({ id }) => id);
};
const picture = (format: 'png' | 'jpeg' | 'gif', width = 20, height = 10): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#1f4e79' } })
    .toFormat(format)
    .toBuffer();
const upload = (bytes: Buffer | string, type: string, as = OPERATOR) =>
  bed.call('POST', '/api/v1/templates/logos', {
    as,
    bytes: Buffer.from(bytes),
    headers: { 'Content-Type': type },
  });

describe('a template', () => {
  it('is made, read, listed, and changed in place until it is used', async () => {
    const body = {
      name: 'sponsor',
      title: 'Of the sponsor',
      formats: ['pdf', 'xlsx'],
      sections: ['adverse-events', 'enrolment'],
      branding: { colours: { primary: '#1F4E79', accent: '#aa3300' }, footer: 'Confidential' },
    };
    const made = await make(body);
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe('/api/v1/templates/sponsor%401');
    expect(made.template).toMatchObject({
      ...{ id: 'sponsor@1', version: 1, studies: 'all', used: false, retired: false, revision: 1 },
      branding: { logo: null, colours: { primary: '#1f4e79', accent: '#aa3300' }, footer: 'Confidential' },
    });
    expect((await call('GET', '/templates/sponsor')).json).toEqual(made.json);
    const changed = await call('PATCH', '/templates/sponsor', { sections: null, formats: ['csv'] });
    expect([changed.status, changed.template]).toMatchObject([
      200,
      { id: 'sponsor@1', revision: 2, sections: null, formats: ['csv'], title: 'Of the sponsor' },
    ]);
    expect(await itemsOf('/templates')).toContain('sponsor@1');
  });

  it('is never changed once it was used: a change makes the next version', async () => {
    await make({ name: 'used', branding: { footer: 'first' } });
    expect((await generate({ templateId: 'used' })).status).toBe(202);
    const changed = await call('PATCH', '/templates/used', { branding: { footer: 'second' } });
    expect([changed.status, changed.template.id, changed.template.used]).toEqual([201, 'used@2', false]);
    expect((await call('GET', '/templates/used@1')).template).toMatchObject({
      used: true,
      revision: 1,
      branding: { footer: 'first' },
    });
    expect((await call('GET', '/templates/used')).template.branding.footer).toBe('second');
    expect(await itemsOf('/templates/used/versions')).toEqual(['used@2', 'used@1']);
  });

  it('has its next version made by its name, too; at once, each its own', async () => {
    await make({ name: 'twice' });
    const made = await Promise.all([1, 2, 3].map((n) => make({ name: 'twice', title: `Title ${n}` })));
    expect(made.map(({ template }) => template.version).sort()).toEqual([2, 3, 4]);
  });

  it('is made once for one Idempotency-Key, also when the answer was not kept', async () => {
    const key = { 'Idempotency-Key': 'template-once' };
    const one = await make({ name: 'once' }, key);
    await bed.mongo.collection('idempotency').updateMany({}, { $unset: { status: '', bodyHash: '' } });
    const other = await make({ name: 'once' }, key);
    expect([one.template.id, other.template.id]).toEqual(['once@1', 'once@1']);
  });

  it('is changed by who saw its newest state only', async () => {
    const { headers } = await make({ name: 'tagged' });
    const tag = headers.get('etag') ?? '';
    const change = (title: string) =>
      call('PATCH', '/templates/tagged', { title }, OPERATOR, { 'If-Match': tag });
    expect((await change('One')).status).toBe(200);
    expect((await change('Other')).json).toMatchObject({ status: 412, code: 'PRECONDITION_FAILED' });
  });

  it('is changed by who saw its newest version only', async () => {
    const { headers } = await make({ name: 'newer' });
    const match = { 'If-Match': headers.get('etag') ?? '' };
    await make({ name: 'newer', title: 'Another' });
    expect((await call('PATCH', '/templates/newer', { title: 'Mine' }, OPERATOR, match)).status).toBe(412);
  });

  it('is retired: readable, not to be named any more; its name may be taken up again', async () => {
    await make({ name: 'old' });
    await generate({ templateId: 'old' });
    const retired = await call('DELETE', '/templates/old');
    expect([retired.status, retired.template.retired]).toEqual([200, true]);
    expect((await call('DELETE', '/templates/old')).status).toBe(200);
    expect((await call('GET', '/templates/old')).template.id).toBe('old@1');
    expect(await itemsOf('/templates')).not.toContain('old@1');
    expect((await generate({ templateId: 'old' })).json).toMatchObject({ status: 409, code: 'CONFLICT' });
    expect((await make({ name: 'old' })).template.id).toBe('old@2');
    expect((await generate({ templateId: 'old' })).status).toBe(202);
    expect((await generate({ templateId: 'old@1' })).status).toBe(409);
  });

  it('is in the audit trail by its id and the names of its fields', async () => {
    await make({ name: 'traced' });
    await call('PATCH', '/templates/traced', { title: 'Secret words' });
    await call('DELETE', '/templates/traced@1');
    const entries = await bed.mongo
      .collection('audit')
      .find({ 'target.id': 'traced@1' })
      .sort({ at: 1 })
      .toArray();
    expect(entries.map(({ action, details }) => [action, details])).toEqual([
      ['template.create', { version: 1 }],
      ['template.change', { fields: ['title'] }],
      ['template.retire', undefined],
    ]);
  });
});

describe('rights', () => {
  beforeAll(async () => {
    await make({ name: 'shared' });
    await make({ name: 'of-s1', studies: ['S1'] });
    await make({ name: 'of-s2', studies: ['S2'] });
  });

  it('members read shared ones and those of their studies, operators and auditors all', async () => {
    const own = await itemsOf('/templates?limit=100', ANNA);
    expect(own).toEqual(expect.arrayContaining(['shared@1', 'of-s1@1']));
    expect(own).not.toContain('of-s2@1');
    expect(await itemsOf('/templates?limit=100', AUDITOR)).toContain('of-s2@1');
    expect((await call('GET', '/templates/of-s1', undefined, ANNA)).status).toBe(200);
    expect((await call('GET', '/templates/of-s2', undefined, ANNA)).status).toBe(404);
    expect((await call('GET', '/templates/of-s2/versions', undefined, ANNA)).status).toBe(404);
    expect(await itemsOf('/templates?studyId=S2&limit=100', ANNA)).not.toContain('of-s2@1');
    expect(await itemsOf('/templates?studyId=S2&limit=100')).toContain('of-s2@1');
    expect(await itemsOf('/templates?studyId=S2&limit=100')).not.toContain('of-s1@1');
  });

  it.each([ANNA, AUDITOR])('%s writes none', async (as) => {
    const body = { name: 'mine', reportType: 'study-weekly' };
    expect((await call('POST', '/templates', body, as)).status).toBe(403);
    expect((await call('PATCH', '/templates/shared', { title: 'Mine' }, as)).status).toBe(403);
    expect((await call('DELETE', '/templates/shared', undefined, as)).status).toBe(403);
    expect((await upload(await picture('png'), 'image/png', as)).status).toBe(403);
  });

  it('a template of another study is as good as none', async () => {
    const refused = await generate({ templateId: 'of-s2' });
    expect([refused.status, refused.json.errors[0]?.field]).toEqual([404, 'templateId']);
    expect((await generate({ templateId: 'never-made' })).json).toMatchObject({ status: 404 });
  });
});

describe('what is written', () => {
  it.each([
    [{ name: 'no spaces' }, 'name'],
    [{ name: 'x', sections: ['enrolment', 'weather'] }, 'sections.1'],
    [{ name: 'x', sections: ['enrolment', 'enrolment'] }, 'sections'],
    [{ name: 'x', parameters: { asOf: '2026-01-01' } }, 'parameters.asOf'],
    [
      { name: 'x', branding: { colours: { primary: '#ffcc00', accent: '#000000' } } },
      'branding.colours.primary',
    ],
    [
      { name: 'x', branding: { colours: { primary: 'blue', accent: '#000000' } } },
      'branding.colours.primary',
    ],
    [{ name: 'x', branding: { footer: 'two\nlines' } }, 'branding.footer'],
    [{ name: 'x', branding: { logo: 'a'.repeat(64) } }, 'branding.logo'],
    [{ name: 'x', reportType: 'weather' }, 'reportType'],
  ])('%j is refused for %s', async (body, field) => {
    const { status, json } = await make(body);
    expect([status, json.errors.map((fault) => fault.field)]).toEqual([400, [field]]);
  });
});

it('studies that are not there are refused by name', async () => {
  const { status, json } = await make({ name: 'x', studies: ['S1', 'S9'] });
  expect([status, json.errors.map((fault) => fault.field)]).toEqual([422, ['studies.1']]);
});

describe('a logo', () => {
  const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><script>alert(1)</script>
    <rect width="300" height="100" fill="#1f4e79"/></svg>`;

  it.each([
    ['png', () => picture('png'), 'image/png', [20, 10]],
    ['jpeg, made smaller', () => picture('jpeg', 3000, 500), 'image/jpeg', [1200, 200]],
    ['svg', () => Promise.resolve(Buffer.from(SVG)), 'image/svg+xml', [1200, 400]],
  ])('%s is drawn anew and put into a template', async (_name, bytes, type, size) => {
    const uploaded = await upload(await bytes(), type);
    expect(uploaded.status).toBe(201);
    const { sha256 } = uploaded.json as unknown as { sha256: string };
    const made = await make({ name: `logo-${sha256.slice(0, 8)}`, branding: { logo: sha256 } });
    const [width, height] = size;
    expect(made.template.branding.logo).toEqual({ sha256, width, height });
    const stored = await bed.objects.get(`logos/${sha256}.png`);
    expect((await sharp(stored).metadata()).format).toBe('png');
    expect(stored.includes('script')).toBe(false);
  });

  it('holds nothing of the photograph but its picture', async () => {
    const taken = await sharp(await picture('jpeg'))
      .withExif({ IFD0: { Artist: 'Anna of Ward 7' } })
      .toBuffer();
    expect(taken.includes('Anna of Ward 7')).toBe(true);
    const { sha256 } = (await upload(taken, 'image/jpeg')).json as unknown as { sha256: string };
    expect((await bed.objects.get(`logos/${sha256}.png`)).includes('Anna of Ward 7')).toBe(false);
  });

  it('reads no file of the server', async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">
      <image xlink:href="file:///etc/hostname" width="9" height="9"/></svg>`;
    const { status, json } = await upload(svg, 'image/svg+xml');
    expect(status).toBe(201);
    const { sha256 } = json as unknown as { sha256: string };
    const { channels } = await sharp(await bed.objects.get(`logos/${sha256}.png`)).stats();
    expect(channels.every(({ max }) => max === 0)).toBe(true);
  });

  it.each([
    ['a text', () => Promise.resolve(Buffer.from('hello')), 'image/png'],
    ['nothing', () => Promise.resolve(Buffer.alloc(0)), 'image/png'],
    ['a GIF', () => picture('gif'), 'image/png'],
    ['a broken PNG', async () => (await picture('png', 400, 400)).subarray(0, 200), 'image/png'],
  ])('is not %s', async (_name, bytes, type) => {
    const { status, json } = await upload(await bytes(), type);
    expect([status, json.code]).toEqual([400, 'INVALID_INPUT']);
  });

  it('says what it is', async () => {
    const { status, json } = await upload(await picture('png'), 'application/octet-stream');
    expect([status, json.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it('is 512 kB at most', async () => {
    const { status, json } = await upload(Buffer.alloc(600 * 1024), 'image/png');
    expect([status, json.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });
});
