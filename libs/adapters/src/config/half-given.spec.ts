import { mongoEnvironment, parseEnvironment, s3Environment, temporalEnvironment } from './environment.ts';

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

  const temporal = { ROUNDS_CODEC_KEYS: `k1:${Buffer.alloc(32, 'key').toString('base64')}` };
  it.each<[string, Record<string, string>, RegExp[]]>([
    [
      'a certificate without its key',
      { TEMPORAL_TLS_CLIENT_CERT_PATH: '/c' },
      [/^TEMPORAL_TLS_CLIENT_KEY_PATH: must be set when TEMPORAL_TLS_CLIENT_CERT_PATH is/],
    ],
    [
      'a key without its certificate',
      { TEMPORAL_TLS_CLIENT_KEY_PATH: '/k' },
      [/^TEMPORAL_TLS_CLIENT_CERT_PATH: must be set/],
    ],
    [
      'both, with a server of another name',
      {
        TEMPORAL_TLS_CLIENT_CERT_PATH: '/c',
        TEMPORAL_TLS_CLIENT_KEY_PATH: '/k',
        TEMPORAL_TLS_SERVER_NAME: 'x',
      },
      [],
    ],
  ])('of Temporal: %s', (_case, environment, rules) => {
    const faults = faultsOf(temporalEnvironment, { ...temporal, ...environment });
    expect(faults).toEqual(rules.map((rule) => expect.stringMatching(rule) as string));
  });

  it.each<[string, string, RegExp[]]>([
    [
      'X.509 without a certificate',
      'mongodb://h/?tls=true&authMechanism=MONGODB-X509',
      [/tlsCertificateKeyFile.*MONGODB-X509/],
    ],
    [
      'OIDC that does not say where the token is',
      'mongodb://h/?authMechanism=MONGODB-OIDC',
      [/authMechanismProperties=ENVIRONMENT/],
    ],
    ['certificates without TLS', 'mongodb://h/?tls=false&tlsCAFile=/ca.pem', [/must not have tls=false/]],
    [
      'a password of no key file',
      'mongodb://h/?tls=true&tlsCertificateKeyFilePassword=x',
      [/must name the file/],
    ],
    ['no address', 'mongodb//h', [/must be a URL like mongodb:/]],
    ['the members of a set, each with its port', 'mongodb://u:p@a:27017,b:27018,c:27019/?replicaSet=rs0', []],
    ['X.509', 'mongodb://h/?tls=true&tlsCertificateKeyFile=/c.pem&authMechanism=MONGODB-X509', []],
    [
      'OIDC',
      'mongodb+srv://h.example.org/?authMechanism=MONGODB-OIDC&authMechanismProperties=ENVIRONMENT:k8s',
      [],
    ],
  ])('of MongoDB: %s', (_case, MONGODB_URI, rules) => {
    const faults = faultsOf(mongoEnvironment, { MONGODB_URI });
    expect(faults).toEqual(
      rules.map((rule) => expect.stringMatching(new RegExp(`^MONGODB_URI: .*${rule.source}`)) as string),
    );
  });
});
