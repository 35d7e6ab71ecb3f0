/** Who runs a command on a server: what it changes is entered in the audit trail under their name. */
import { userInfo } from 'node:os';
import { demandReason, type AuditEntry } from '@rounds/contracts/audit';
import { Option } from 'commander';
import { hostConfig } from './config.ts';

export interface ReasonOption {
  readonly reason?: string;
}

export const reasonOption = (): Option =>
  new Option('--reason <text>', 'why, for the audit trail; names no patient');

/** @throws RoundsError INVALID_INPUT where the installation asks for a reason and none is given */
export const demandHostReason = (entry: Pick<AuditEntry, 'action' | 'reason'>): void => {
  demandReason(entry, hostConfig().ROUNDS_AUDIT_REASONS, 'reason');
};

/** `host:<name>`: as they signed in, also where they became another user by sudo. */
export const hostActor = (): string => `host:${hostConfig().SUDO_USER ?? userInfo().username}`;
