import { valuesOf } from './audit-values.ts';

describe('what an entry of the audit trail shows of a record', () => {
  it('is what differs, as it was and as it is', () => {
    const before = { formats: ['pdf'], deliver: 'always', status: 'active' } as const;
    const after = { ...before, deliver: 'changed', until: '2026-12-31' } as const;
    expect(valuesOf('subscription', before, after)).toEqual({
      before: { deliver: 'always' },
      after: { deliver: 'changed', until: '2026-12-31' },
    });
  });

  it('is all of it where there was nothing, or nothing is left', () => {
    expect(valuesOf('membership', null, { sites: 'all', unblinded: false })).toEqual({
      after: { sites: 'all', unblinded: false },
    });
    expect(valuesOf('address', { why: 'bounced' }, null)).toEqual({ before: { why: 'bounced' } });
  });

  it('is no secret, no address, and nothing that is known about a subject', () => {
    const callback = { url: 'https://hooks.example.org/?token=s3cret', sealed: 's3cret' };
    expect(valuesOf('subscription', null, { status: 'active', callback })).toEqual({
      after: { status: 'active' },
    });
    const channel = { id: 'chn_1', kind: 'teams', host: 'hooks.example.org' } as const;
    const channels = [{ ...channel, sealedUrl: 's3cret' }];
    expect(valuesOf('subscription', null, { channels })).toEqual({ after: { channels: [channel] } });
    expect(valuesOf('secret', null, { sealed: 's3cret' })).toEqual({ after: {} });
    expect(valuesOf('user', null, { email: 'anna@example.org', roles: [] })).toEqual({
      after: { roles: [] },
    });
    const document = { title: 'Narrative of 01-701-1015', subject: '01-701-1015', fileName: '1015.txt' };
    expect(valuesOf('document', null, document)).toEqual({ after: {} });
  });
});
