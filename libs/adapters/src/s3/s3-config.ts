export interface S3Config {
  readonly AWS_REGION: string;
  /** Without a key pair the SDK looks for credentials itself: web identity, container and instance roles, profiles. */
  readonly AWS_ACCESS_KEY_ID?: string | undefined;
  readonly AWS_SECRET_ACCESS_KEY?: string | undefined;
  readonly AWS_SESSION_TOKEN?: string | undefined;
  readonly AWS_ENDPOINT_URL_S3?: string | undefined;
  readonly ROUNDS_S3_BUCKET: string;
  /** Asked for with each object that is put; unset: as the bucket does it by itself. */
  readonly ROUNDS_S3_ENCRYPTION?: 'AES256' | 'aws:kms' | undefined;
  /** Of `aws:kms`; unset: the store's own. */
  readonly ROUNDS_S3_KMS_KEY?: string | undefined;
}

export type StoreConfig = Pick<S3Config, 'ROUNDS_S3_BUCKET' | 'ROUNDS_S3_ENCRYPTION' | 'ROUNDS_S3_KMS_KEY'>;
