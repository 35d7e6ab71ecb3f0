import { Module } from '@nestjs/common';
import { HaltsModule } from '../halts/halts.module.ts';
import { StudiesModule } from '../studies/studies.module.ts';
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.ts';
import { MeController } from './me.controller.ts';
import { MeService } from './me.service.ts';
import { Headlines } from './headlines.service.ts';
import { RightsModule } from '../rights/rights.module.ts';
import { MyReportsController } from './my-reports.controller.ts';
import { MyReportsPresenter } from './my-reports-presenter.service.ts';
import { MyReports } from './my-reports.service.ts';

@Module({
  imports: [SubscriptionsModule, HaltsModule, StudiesModule, RightsModule],
  controllers: [MeController, MyReportsController],
  providers: [MeService, Headlines, MyReports, MyReportsPresenter],
})
export class MeModule {}
