import {
  Global,
  Inject,
  Module,
  type DynamicModule,
  type FactoryProvider,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { openEmbeddedIssuer } from '@rounds/adapters/auth/embedded-issuer';
import { createOidcVerifier } from '@rounds/adapters/auth/oidc-verifier';
import type { TokenVerifier } from '@rounds/adapters/auth/token-verifier';
import type { Logger } from '@rounds/adapters/logging/logger';
import { connectMongo, type Mongo } from '@rounds/adapters/mongo/client';
import { createAuditRepository } from '@rounds/adapters/mongo/audit.repository';
import { createDeliveriesRepository } from '@rounds/adapters/mongo/deliveries.repository';
import { createDocumentsRepository } from '@rounds/adapters/mongo/documents.repository';
import { createFingerprintsRepository } from '@rounds/adapters/mongo/fingerprints.repository';
import { createFlagsRepository } from '@rounds/adapters/mongo/flags.repository';
import { createHaltsRepository } from '@rounds/adapters/mongo/halts.repository';
import { createIdempotencyRepository } from '@rounds/adapters/mongo/idempotency.repository';
import { createImportsRepository } from '@rounds/adapters/mongo/imports.repository';
import { createLinksRepository } from '@rounds/adapters/mongo/links.repository';
import { createMembershipsRepository } from '@rounds/adapters/mongo/memberships.repository';
import { createRecipientsRepository } from '@rounds/adapters/mongo/recipients.repository';
import { createSetAsidesRepository } from '@rounds/adapters/mongo/set-asides.repository';
import { createRefusalsRepository } from '@rounds/adapters/mongo/refusals.repository';
import { createRunsRepository } from '@rounds/adapters/mongo/runs.repository';
import { createStudiesRepository } from '@rounds/adapters/mongo/studies.repository';
import { createStudyClosingRepository } from '@rounds/adapters/mongo/study-closing.repository';
import { createSubscriptionListsRepository } from '@rounds/adapters/mongo/subscription-lists.repository';
import { createSubscriptionsRepository } from '@rounds/adapters/mongo/subscriptions.repository';
import { createTemplatesRepository } from '@rounds/adapters/mongo/templates.repository';
import { createDeliveryEventsRepository } from '@rounds/adapters/mongo/delivery-events.repository';
import { createSuppressionsRepository } from '@rounds/adapters/mongo/suppressions.repository';
import { createWebhookDeliveriesRepository } from '@rounds/adapters/mongo/webhook-deliveries.repository';
import { createWebhookSecretsRepository } from '@rounds/adapters/mongo/webhook-secrets.repository';
import { createUsersRepository } from '@rounds/adapters/mongo/users.repository';
import { demandEncryption } from '@rounds/adapters/s3/encryption';
import { createS3Client, createS3ObjectStore } from '@rounds/adapters/s3/s3-object-store';
import { connectTemporal, type Temporal } from '@rounds/adapters/temporal/client';
import { createMyReportsRepository } from '../me/my-reports.repository.ts';
import { createFailuresRepository } from '../admin/failures.repository.ts';
import { createOverviewRepository } from '../admin/overview.repository.ts';
import type { ApiConfig } from '../config.ts';
import { createAskIssuer } from '../installation/issuer.ts';
import { createJobsRepository } from '../jobs/jobs.repository.ts';
import { Quotas } from '../quotas/quotas.service.ts';
import { NoticeSender } from './notice-sender.service.ts';
import { Pending } from './pending.ts';
import { ReportStarter } from './report-starter.service.ts';
import { Shutdown } from './shutdown.ts';
import { createStudyDocumentsRepository } from '../studies/study-documents.repository.ts';
import {
  ASK_ISSUER,
  CLOCK,
  CONFIG,
  LOGGER,
  MONGO,
  OBJECT_STORE,
  TEMPORAL,
  TOKEN_VERIFIER,
  type Clock,
} from './tokens.ts';

const createVerifier = async (config: ApiConfig): Promise<TokenVerifier> => {
  if (config.ROUNDS_AUTH === 'embedded') return (await openEmbeddedIssuer(config)).verifier;
  return createOidcVerifier({
    issuer: config.ROUNDS_OIDC_ISSUER ?? '',
    audience: config.ROUNDS_OIDC_AUDIENCE ?? '',
    claims: {
      email: config.ROUNDS_OIDC_EMAIL_CLAIM,
      verified: config.ROUNDS_OIDC_EMAIL_VERIFIED_CLAIM,
    },
  });
};

const servers: FactoryProvider[] = [
  { provide: MONGO, inject: [CONFIG], useFactory: (config: ApiConfig) => connectMongo(config, 'rounds-api') },
  { provide: TEMPORAL, inject: [CONFIG], useFactory: connectTemporal },
  {
    provide: ASK_ISSUER,
    inject: [CONFIG, LOGGER, CLOCK],
    useFactory: (config: ApiConfig, logger: Logger, now: Clock) => createAskIssuer(config, { logger, now }),
  },
  { provide: TOKEN_VERIFIER, inject: [CONFIG], useFactory: createVerifier },
  {
    provide: OBJECT_STORE,
    inject: [CONFIG],
    useFactory: async (config: ApiConfig) => {
      const client = createS3Client(config);
      await demandEncryption(client, config);
      return createS3ObjectStore(client, config);
    },
  },
];

const repositories: FactoryProvider[] = [
  createDeliveriesRepository,
  createDocumentsRepository,
  createStudyDocumentsRepository,
  createFailuresRepository,
  createOverviewRepository,
  createAuditRepository,
  createFingerprintsRepository,
  createFlagsRepository,
  createHaltsRepository,
  createIdempotencyRepository,
  createImportsRepository,
  createJobsRepository,
  createLinksRepository,
  createMembershipsRepository,
  createMyReportsRepository,
  createRecipientsRepository,
  createRefusalsRepository,
  createRunsRepository,
  createSetAsidesRepository,
  createStudiesRepository,
  createStudyClosingRepository,
  createSubscriptionListsRepository,
  createSubscriptionsRepository,
  createTemplatesRepository,
  createUsersRepository,
  createDeliveryEventsRepository,
  createSuppressionsRepository,
  createWebhookDeliveriesRepository,
  createWebhookSecretsRepository,
].map((create: (mongo: Mongo) => object) => ({ provide: create, inject: [MONGO], useFactory: create }));

/** The servers that the API talks to, opened once and closed after the last request was answered. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(
    @Inject(MONGO) private readonly mongo: Mongo,
    @Inject(TEMPORAL) private readonly temporal: Temporal,
    @Inject(Pending) private readonly pending: Pending,
  ) {}

  static with(config: ApiConfig, logger: Logger, clock: Clock): DynamicModule {
    const values = [
      { provide: CONFIG, useValue: config },
      { provide: LOGGER, useValue: logger },
      { provide: CLOCK, useValue: clock },
    ];
    const providers = [
      ...values,
      ...servers,
      ...repositories,
      NoticeSender,
      ReportStarter,
      Quotas,
      Shutdown,
      Pending,
    ];
    return { module: PlatformModule, providers, exports: providers };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pending.settled();
    await Promise.all([this.mongo.close(), this.temporal.close()]);
  }
}
