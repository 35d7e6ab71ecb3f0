/** Every function exported here is a workflow type: the names are in @rounds/contracts/queues. */
export { notice } from './notice.workflow.ts';
export { reconciliation } from './reconciliation.workflow.ts';
export { redelivery } from './redelivery.workflow.ts';
export { report } from './report.workflow.ts';
export { retention } from './retention.workflow.ts';
export { subscription } from './subscription.workflow.ts';
export { webhookTest } from './webhook-test.workflow.ts';
export { webhook } from './webhook.workflow.ts';
