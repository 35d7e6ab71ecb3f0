import type { Audited } from '../mongo/audit.repository.ts';

/** For what a scene holds from the start: nobody made it, so no entry says who. */
export const directly = {} as Audited;
