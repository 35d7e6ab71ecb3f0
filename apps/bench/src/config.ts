/** Addresses and settings of another Rounds: a benchmark that starts one of its own must not take them for its own. */
const CONFIGURED = /^(TEMPORAL|MONGODB|AWS|RESEND|ROUNDS|NODE_OPTIONS|npm)_?/;

/** What a person has who has just cloned the repository. */
export const newcomersEnvironment = (more: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !CONFIGURED.test(name))),
  ...more,
});

/** Of this process, with more: for programs that are no part of the product. */
export const inheritedEnvironment = (more: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...more,
});
