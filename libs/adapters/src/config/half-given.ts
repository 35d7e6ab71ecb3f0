/** Settings that mean something only together: one without the other is a slip, whatever process reads them. */
import type { FieldFault } from '@rounds/contracts/rules';
import { mongoAddress } from '../mongo/address.ts';

interface Need {
  readonly needs: readonly string[];
  readonly because: string;
}

const NEEDS: Readonly<Record<string, Need>> = {
  AWS_ACCESS_KEY_ID: { needs: ['AWS_SECRET_ACCESS_KEY'], because: 'a key pair has both' },
  AWS_SECRET_ACCESS_KEY: { needs: ['AWS_ACCESS_KEY_ID'], because: 'a key pair has both' },
  AWS_SESSION_TOKEN: { needs: ['AWS_ACCESS_KEY_ID'], because: 'it is of a key pair' },
  TEMPORAL_TLS_CLIENT_CERT_PATH: {
    needs: ['TEMPORAL_TLS_CLIENT_KEY_PATH'],
    because: 'a certificate is shown with its key',
  },
  TEMPORAL_TLS_CLIENT_KEY_PATH: {
    needs: ['TEMPORAL_TLS_CLIENT_CERT_PATH'],
    because: 'a key is of a certificate',
  },
  AWS_WEB_IDENTITY_TOKEN_FILE: {
    needs: ['AWS_ROLE_ARN'],
    because: 'it says whose rights the identity takes on',
  },
};

/** Of an empty one nothing is said: it counts as unset. */
type Environment = Readonly<Record<string, string | undefined>>;

const missing = (read: Environment): FieldFault[] =>
  Object.entries(NEEDS).flatMap(([given, { needs, because }]) =>
    read[given] === undefined
      ? []
      : needs
          .filter((need) => read[need] === undefined)
          .map((field) => ({ field, rule: `must be set when ${given} is: ${because}` })),
  );

/** Elsewhere than at AWS no machine has a role of its own. */
const withoutKeys = (read: Environment): FieldFault[] =>
  read.AWS_ENDPOINT_URL_S3 !== undefined &&
  read.AWS_ACCESS_KEY_ID === undefined &&
  read.AWS_SECRET_ACCESS_KEY === undefined &&
  read.AWS_WEB_IDENTITY_TOKEN_FILE === undefined
    ? [
        {
          field: 'AWS_ACCESS_KEY_ID',
          rule: 'must be set with AWS_SECRET_ACCESS_KEY when AWS_ENDPOINT_URL_S3 is, or AWS_WEB_IDENTITY_TOKEN_FILE',
        },
      ]
    : [];

const kmsKey = (read: Environment): FieldFault[] =>
  read.ROUNDS_S3_KMS_KEY !== undefined && read.ROUNDS_S3_ENCRYPTION !== 'aws:kms'
    ? [{ field: 'ROUNDS_S3_ENCRYPTION', rule: 'must be aws:kms when ROUNDS_S3_KMS_KEY is set' }]
    : [];

/** The driver says so too, but only when it connects. */
const mongoUri = ({ MONGODB_URI = '' }: Environment): FieldFault[] => {
  const options = mongoAddress(MONGODB_URI)?.searchParams ?? new URLSearchParams();
  const has = (name: string) => options.has(name);
  const mechanism = options.get('authMechanism');
  const rules = [
    ...(mechanism === 'MONGODB-X509' && !has('tlsCertificateKeyFile')
      ? ['must name the certificate and its key (tlsCertificateKeyFile) with authMechanism=MONGODB-X509']
      : []),
    ...(mechanism === 'MONGODB-OIDC' &&
    !(options.get('authMechanismProperties') ?? '').includes('ENVIRONMENT:')
      ? [
          'must say where the token comes from (authMechanismProperties=ENVIRONMENT:…) with authMechanism=MONGODB-OIDC',
        ]
      : []),
    ...(options.get('tls') === 'false' && (has('tlsCAFile') || has('tlsCertificateKeyFile'))
      ? ['must not have tls=false with tlsCAFile or tlsCertificateKeyFile']
      : []),
    ...(has('tlsCertificateKeyFilePassword') && !has('tlsCertificateKeyFile')
      ? ['must name the file that tlsCertificateKeyFilePassword opens (tlsCertificateKeyFile)']
      : []),
  ];
  return rules.map((rule) => ({ field: 'MONGODB_URI', rule }));
};

/** @param read what the process reads of the environment, without what is empty */
export const halfGivenFaults = (read: Environment): FieldFault[] => [
  ...missing(read),
  ...withoutKeys(read),
  ...kmsKey(read),
  ...mongoUri(read),
];
