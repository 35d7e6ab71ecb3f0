/** What each role is told beside what every worker is: so no role sees another's secrets. */
import {
  linkEnvironment,
  mailEnvironment,
  mongoEnvironment,
  retentionEnvironment,
  s3Environment,
  sizeEnvironment,
  subscriptionEnvironment,
  webhookEnvironment,
} from '@rounds/adapters/config/environment';
import { z } from 'zod';

const data = z.object({ ...mongoEnvironment.shape, ...s3Environment.shape });

export const sized = z.object({ ...data.shape, ...sizeEnvironment.shape });
export type SizedEnvironment = z.infer<typeof sized>;

export const notifying = z.object({
  ...data.shape,
  ...linkEnvironment.shape,
  ...mailEnvironment.shape,
  ...webhookEnvironment.shape,
});
export type NotifyEnvironment = z.infer<typeof notifying>;

export const keeping = z.object({
  ...data.shape,
  ...retentionEnvironment.shape,
  ...subscriptionEnvironment.shape,
});
export type HousekeepingEnvironment = z.infer<typeof keeping>;
