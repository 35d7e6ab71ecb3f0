import { Module } from '@nestjs/common';
import { RightsModule } from '../rights/rights.module.ts';
import { MembersController } from './members.controller.ts';
import { MembersService } from './members.service.ts';
import { People } from './people.service.ts';
import { UsersController } from './users.controller.ts';

@Module({
  imports: [RightsModule],
  controllers: [MembersController, UsersController],
  providers: [MembersService, People],
})
export class MembersModule {}
