/**
 * What the program that starts a server hands it by the environment.
 *
 * @param {string} name
 */
export function setting(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set.`);
  return value;
}
