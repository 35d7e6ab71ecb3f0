import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import type { Logger } from '@rounds/adapters/logging/logger';
import { AdminModule } from './admin/admin.module.ts';
import { AuditModule } from './audit/audit.module.ts';
import { RefusalsInterceptor } from './audit/refusals.interceptor.ts';
import { AuthModule } from './auth/auth.module.ts';
import { EmbeddedSignInModule } from './auth/embedded/embedded-sign-in.module.ts';
import { servesSignIn } from './auth/embedded/served.ts';
import { CodecModule } from './codec/codec.module.ts';
import type { ApiConfig } from './config.ts';
import { FlagsModule } from './flags/flags.module.ts';
import { HaltsModule } from './halts/halts.module.ts';
import { HealthModule } from './health/health.module.ts';
import { AdmissionGuard } from './http/admission.guard.ts';
import { InstallationModule } from './installation/installation.module.ts';
import { HooksModule } from './hooks/hooks.module.ts';
import { IdempotencyInterceptor } from './http/idempotency.interceptor.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { RateLimits } from './http/rate-limits.ts';
import { UploadInterceptor } from './http/upload.interceptor.ts';
import { ZodPipe } from './http/zod.pipe.ts';
import { ImportsModule } from './imports/imports.module.ts';
import { JobsModule } from './jobs/jobs.module.ts';
import { LinksModule } from './links/links.module.ts';
import { MeModule } from './me/me.module.ts';
import { MembersModule } from './members/members.module.ts';
import { MetricsModule } from './metrics/metrics.module.ts';
import { NoticesModule } from './notices/notices.module.ts';
import { PagesModule } from './pages/pages.module.ts';
import { PdfQueueModule } from './pdf-queue/pdf-queue.module.ts';
import { PlatformModule } from './platform/platform.module.ts';
import type { Clock } from './platform/tokens.ts';
import { ReportTypesModule } from './report-types/report-types.module.ts';
import { ReportsModule } from './reports/reports.module.ts';
import { StudiesModule } from './studies/studies.module.ts';
import { SubscriptionsModule } from './subscriptions/subscriptions.module.ts';
import { TemplatesModule } from './templates/templates.module.ts';
import { SuppressionsModule } from './suppressions/suppressions.module.ts';
import { UnsubscribeModule } from './unsubscribe/unsubscribe.module.ts';
import { VerifyModule } from './verify/verify.module.ts';
import { WebhooksModule } from './webhooks/webhooks.module.ts';

const FEATURES = [
  AuditModule,
  AdminModule,
  HealthModule,
  InstallationModule,
  MetricsModule,
  MeModule,
  StudiesModule,
  MembersModule,
  ImportsModule,
  ReportTypesModule,
  TemplatesModule,
  FlagsModule,
  HaltsModule,
  SubscriptionsModule,
  ReportsModule,
  JobsModule,
  VerifyModule,
  PdfQueueModule,
  LinksModule,
  UnsubscribeModule,
  NoticesModule,
  WebhooksModule,
  HooksModule,
  SuppressionsModule,
  CodecModule,
  PagesModule,
];

@Module({})
export class AppModule {
  static with(config: ApiConfig, logger: Logger, clock: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, logger, clock),
        AuthModule,
        ...(servesSignIn(config) ? [EmbeddedSignInModule] : []),
        ...FEATURES,
      ],
      providers: [
        RateLimits,
        { provide: APP_GUARD, useClass: AdmissionGuard },
        { provide: APP_PIPE, useClass: ZodPipe },
        { provide: APP_INTERCEPTOR, useClass: RefusalsInterceptor },
        // In this order: the second one looks at what the first one has read.
        { provide: APP_INTERCEPTOR, useClass: UploadInterceptor },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
