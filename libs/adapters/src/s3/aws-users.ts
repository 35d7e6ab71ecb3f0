/** Users and key pairs by AWS's IAM. */
import { RoundsError } from '@rounds/contracts/errors';
import type { S3Client } from '@aws-sdk/client-s3';
import type { Policy } from './roles.ts';
import { sendSigned } from './signed-request.ts';
import type { KeyPair, UserStore } from './users.ts';

const VERSION = '2010-05-08';
/** IAM is one for all regions. */
const GLOBAL = { endpoint: 'https://iam.amazonaws.com', region: 'us-east-1' };

const element = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];

export const awsUsers = (client: S3Client, endpoint: string = GLOBAL.endpoint): UserStore => {
  const ask = async (
    action: string,
    parameters: Readonly<Record<string, string>>,
    except?: string,
  ): Promise<string> => {
    const { status, text } = await sendSigned(client, {
      url: new URL('/', endpoint),
      ...{ method: 'POST', service: 'iam', region: GLOBAL.region },
      body: new URLSearchParams({ Action: action, Version: VERSION, ...parameters }).toString(),
      contentType: 'application/x-www-form-urlencoded; charset=utf-8',
    });
    const code = element(text, 'Code') ?? 'no code';
    if (status === 200 || code === except) return text;
    // The message may quote what was sent.
    throw new RoundsError('DEPENDENCY_DOWN', `IAM refuses ${action}: HTTP ${String(status)}, ${code}.`);
  };
  return {
    ensureUser: async (UserName: string, policy: Policy) => {
      await ask('CreateUser', { UserName }, 'EntityAlreadyExists');
      await ask('PutUserPolicy', { UserName, PolicyName: 'rounds', PolicyDocument: JSON.stringify(policy) });
    },
    /** IAM tells a secret once; who has a key pair keeps it. */
    keysOf: async (UserName: string): Promise<KeyPair | null> => {
      const held = await ask('ListAccessKeys', { UserName });
      if (element(held, 'AccessKeyId') !== undefined) return null;
      const made = await ask('CreateAccessKey', { UserName });
      return {
        accessKeyId: element(made, 'AccessKeyId') ?? '',
        secretAccessKey: element(made, 'SecretAccessKey') ?? '',
      };
    },
  };
};
