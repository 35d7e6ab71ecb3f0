/** Who runs a command on a server: what it changes is entered in the audit trail under their name. */
import { userInfo } from 'node:os';
import { Option } from 'commander';
import { hostConfig } from './config.ts';

export interface ReasonOption {
  readonly reason?: string;
}

export const reasonOption = (): Option =>
  new Option('--reason <text>', 'why, for the audit trail; names no patient');

/** `host:<name>`: as they signed in, also where they became another user by sudo. */
export const hostActor = (): string => `host:${hostConfig().SUDO_USER ?? userInfo().username}`;
