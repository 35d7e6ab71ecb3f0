/**
 * One row a role: what it needs to know, and where it is put together. The task queue bears the role's name. A process
 * loads what its own roles need: the mailer no drawing, the workflows no database.
 */
import { s3Environment } from '@rounds/adapters/config/environment';
import type { Role } from '@rounds/contracts/queues';
import { z } from 'zod';
import { keeping, notifying, sized } from './sections.ts';
import { role, type RoleWiring } from './wiring.ts';

export const ROLE_WIRINGS: Readonly<Record<Role, RoleWiring>> = {
  workflows: role(z.object({}), async () => (await import('./roles/workflows.ts')).wireWorkflows),
  fetch: role(sized, async () => (await import('./roles/fetch.ts')).wireFetch),
  aggregate: role(s3Environment, async () => (await import('./roles/aggregate.ts')).wireAggregate),
  render: role(sized, async () => (await import('./roles/render.ts')).wireRender),
  notify: role(notifying, async () => (await import('./roles/notify.ts')).wireNotify),
  housekeeping: role(keeping, async () => (await import('./roles/housekeeping.ts')).wireHousekeeping),
};
