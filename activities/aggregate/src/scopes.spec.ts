/** What readers of some sites, and blinded readers, get of a cut. */
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import type { Scope } from '@rounds/contracts/scope';
import { storeDocument } from './testing/cut.ts';
import { BLINDED, WITHIN, row, rows, stage } from './testing/stage.ts';

describe('a scope of some sites', () => {
  const scope: Scope = { sites: ['701'], unblinded: true };

  it('sees rows, undated rows and documents of its subjects alone', async () => {
    const { objects, aggregate, cut } = stage();
    const documents = [
      await storeDocument(objects, Buffer.from('a'), { documentId: 'of-701', siteId: '701' }),
      await storeDocument(objects, Buffer.from('b'), { documentId: 'of-702', siteId: '702' }),
      await storeDocument(objects, Buffer.from('c'), { documentId: 'of-everybody' }),
      await storeDocument(objects, Buffer.from('d'), { documentId: 'of-S2', subject: 'S2' }),
      await storeDocument(objects, Buffer.from('e'), { documentId: 'of-nobody', subject: 'S9' }),
    ];
    const content = {
      rows: rows(),
      undated: [{ domain: 'AE', subject: 'S2', row: {} }],
      manifest: { documents },
    };
    const { dataset, text } = await aggregate(await cut(content), { scope });
    expect(dataset.enrolment.toDate).toMatchObject({ screened: 1, planned: null });
    expect(Object.keys(dataset.enrolment.bySite)).toEqual(['701']);
    expect(Object.keys(dataset.adverseEvents.byArm ?? {})).toEqual(['Placebo']);
    expect(dataset.dataQuality.undatedRows).toEqual({});
    expect(dataset.manifest.documents.map(({ documentId }) => documentId)).toEqual([
      'of-701',
      'of-everybody',
    ]);
    expect(text).not.toMatch(/"S2"|"702"/);
  });

  it('is told how many rows of its own were read, and none of others', async () => {
    const { aggregate, cut } = stage();
    const uncertain = { subject: 'S3', siteId: null, sites: ['701', '702'] };
    const content = {
      rows: { ...rows(), LB: [...(rows().LB ?? []), row('LB', 'S3', {}), row('LB', 'S1', {})] },
      subjects: [{ subject: 'S1', siteId: '701' }, { subject: 'S2', siteId: '702' }, uncertain],
      undated: ['S1', 'S2', 'S3'].map((subject) => ({ domain: 'AE', subject, row: {} })),
    };
    const ref = await cut(content);
    const counts = async (sites: Scope['sites']) => {
      const { dataset } = await aggregate(ref, { scope: { sites, unblinded: true } });
      return Object.fromEntries(dataset.manifest.files.map(({ name, ...counted }) => [name, counted]));
    };
    expect(await counts('all')).toMatchObject({
      ...{ subjects: { rows: 3 }, DM: { rows: 2 }, LB: { rows: 3 }, undated: { rows: 3 } },
    });
    const own = await counts(['701']);
    expect(own).toMatchObject({
      subjects: { rows: 2 },
      DM: { rows: 1 },
      LB: { rows: 1 },
      undated: { rows: 1 },
    });
    expect(own.DM).toEqual({ rows: 1, expected: 1 });
  });

  it('is told of rows that the cut lacks, wherever they are', async () => {
    const { aggregate, cut } = stage();
    const ref = await cut({ rows: rows(), expected: { AE: 5 } });
    const { dataset } = await aggregate(ref, { scope });
    const [events] = dataset.manifest.files.filter(({ name }) => name === 'AE');
    expect(events).toEqual({ name: 'AE', rows: 1, expected: 3 });
  });

  it('sees no name of a refused document, which may tell of people of other sites', async () => {
    const { aggregate, cut } = stage();
    const manifest = { refusedDocuments: [{ fileName: 'ecg-S2.png', code: 'empty' as const }] };
    const ref = await cut({ rows: rows(), manifest });
    const { dataset, text } = await aggregate(ref, { scope });
    expect(dataset.dataQuality.refusedDocuments).toEqual([{ code: 'empty' }]);
    expect(text).not.toContain('ecg-S2');
  });

  it('is told that rows were refused, not how many: their sites are not certain', async () => {
    const { aggregate, cut } = stage();
    const refused = await aggregate(await cut({ manifest: { refusedAtImport: { LB: 3 } } }), { scope });
    expect(refused.dataset.dataQuality.refusedAtImport).toEqual({});
    expect(refused.dataset.dataQuality.notComputed).toMatchObject([
      { figure: 'dataQuality.refusedAtImport' },
    ]);
    const none = await aggregate(await cut(), { scope });
    expect(none.dataset.dataQuality.notComputed).toEqual([]);
  });

  it('has no planned subjects by definition; all sites miss them', async () => {
    const { aggregate, cut } = stage();
    const ref = await cut({ manifest: { plannedSubjects: null } });
    expect((await aggregate(ref, { scope })).dataset.dataQuality.notComputed).toEqual([]);
    expect((await aggregate(ref)).dataset.dataQuality.notComputed).toEqual([
      { figure: 'enrolment.toDate.planned', code: 'parameter-lacking', values: { parameter: 'PLANSUB' } },
    ]);
  });

  it('does not see rows of subjects whom DM does not know; all sites do', async () => {
    const { aggregate, cut } = stage();
    const ref = await cut({ rows: { AE: [row('AE', 'S9', { AEDTC: WITHIN })] } });
    expect((await aggregate(ref, { scope })).dataset.adverseEvents.toDate.events).toBe(0);
    expect((await aggregate(ref)).dataset.adverseEvents.toDate.events).toBe(1);
  });

  it('has equal datasets however its sites are written', async () => {
    const { aggregate, cut } = stage();
    const ref = await cut();
    const twice = await aggregate(ref, { scope: { sites: ['702', '701', '702'], unblinded: true } });
    const once = await aggregate(ref, { scope: { sites: ['701', '702'], unblinded: true } });
    expect(twice.ref).toEqual(once.ref);
  });
});

describe('a blinded scope', () => {
  const ARMS = /placebo|xanomeline|xan.?hi|pbo|high.dose/i;

  it('finds no arm anywhere in the dataset or in the headline', async () => {
    const { objects, aggregate, cut } = stage();
    const text = Buffer.from('Narrative: S1 received placebo; S2 the high dose of xanomeline.');
    const documents = [
      await storeDocument(objects, text, { title: 'Placebo narrative', fileName: 'placebo.txt' }),
      await storeDocument(objects, Buffer.from('img'), {
        documentId: 'doc-2',
        kind: 'image',
        caption: 'Rash under Xanomeline',
        title: 'Xan_Hi rash',
        fileName: 'pbo_rash.png',
      }),
    ];
    const manifest = { documents, studyTitle: 'Xanomeline against Placebo' };
    const { dataset, ...made } = await aggregate(await cut({ rows: rows(), manifest }), { scope: BLINDED });
    expect(made.text).not.toMatch(ARMS);
    expect(made.headlineText).not.toMatch(ARMS);
    expect(made.text).not.toContain(sha256Of(text));
    expect(dataset.adverseEvents).not.toHaveProperty('byArm');
    expect(dataset.study.title).toBe('[blinded] against [blinded]');
  });

  it('counts terms that differ only in the arm as one', async () => {
    const { aggregate, cut } = stage();
    const { dataset } = await aggregate(await cut(), { scope: BLINDED });
    expect(dataset.adverseEvents.toDate.byPreferredTerm['[blinded] EFFECT']).toEqual({
      events: 2,
      subjects: 2,
    });
    expect(dataset.visits.byVisit).toEqual({ '[blinded] RUN-IN': 1 });
    expect(dataset.enrolment.discontinuationReasons).toEqual({ '[blinded] NOT TOLERATED': 1 });
  });

  it('has the same figures as an unblinded one', async () => {
    const { aggregate, cut } = stage();
    const ref = await cut();
    const [blinded, unblinded] = [await aggregate(ref, { scope: BLINDED }), await aggregate(ref)];
    expect(blinded.dataset.enrolment.toDate).toEqual(unblinded.dataset.enrolment.toDate);
    expect(blinded.dataset.laboratory).toEqual(unblinded.dataset.laboratory);
    expect(blinded.dataset.trends).toEqual(unblinded.dataset.trends);
  });

  it('hides arms that no row of its own sites has', async () => {
    const { objects, aggregate, cut } = stage();
    const document = await storeDocument(objects, Buffer.from('Site 702 gives xanomeline.'));
    const ref = await cut({ rows: rows(), manifest: { documents: [document] } });
    const { text } = await aggregate(ref, { scope: { sites: ['701'], unblinded: false } });
    expect(text).not.toMatch(ARMS);
  });
});
