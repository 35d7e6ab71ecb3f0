import { parseEnvironment, s3Environment } from './environment.ts';

/** Small. */
const faultsOf = (
  schema: Parameters<typeof parseEnvironment>[0],
  environment: Record<string, string>,
): string[] => {
  try {
    parseEnvironment(schema, environment);
    return [];
  } catch (error) {
    return ((error as { fields?: { field: string; rule: string }[] }).fields ?? []).map(
      ({ field, rule }) => `${field}: ${rule}`,
    );
  }
};

describe('a setting that is half given', () => {
  const endpoint = { AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:9000' };
  it.each<[string, Record<string, string>, RegExp[]]>([
    [
      'a key without its secret',
      { AWS_ACCESS_KEY_ID: 'k' },
      [/^AWS_SECRET_ACCESS_KEY: must be set when AWS_ACCESS_KEY_ID/],
    ],
    [
      'a secret without its key',
      { AWS_SECRET_ACCESS_KEY: 's' },
      [/^AWS_ACCESS_KEY_ID: must be set when AWS_SECRET/],
    ],
    [
      'a session without its key pair',
      { AWS_SESSION_TOKEN: 't' },
      [/^AWS_ACCESS_KEY_ID: .* it is of a key pair/],
    ],
    [
      'a web identity without a role',
      { AWS_WEB_IDENTITY_TOKEN_FILE: '/t' },
      [/^AWS_ROLE_ARN: must be set when AWS_WEB/],
    ],
    [
      'a store elsewhere than at AWS without a key',
      endpoint,
      [/^AWS_ACCESS_KEY_ID: must be set .* AWS_ENDPOINT_URL_S3/],
    ],
    [
      'a key of an encryption that has none',
      { ROUNDS_S3_KMS_KEY: 'arn' },
      [/^ROUNDS_S3_ENCRYPTION: must be aws:kms/],
    ],
    ['nothing: an instance has a role', {}, []],
    [
      'a key pair for a time',
      { ...endpoint, AWS_ACCESS_KEY_ID: 'k', AWS_SECRET_ACCESS_KEY: 's', AWS_SESSION_TOKEN: 't' },
      [],
    ],
    ['a web identity', { ...endpoint, AWS_ROLE_ARN: 'arn', AWS_WEB_IDENTITY_TOKEN_FILE: '/t' }, []],
  ])('of S3: %s', (_case, environment, rules) => {
    const faults = faultsOf(s3Environment, environment);
    expect(faults).toEqual(rules.map((rule) => expect.stringMatching(rule) as string));
  });
});
