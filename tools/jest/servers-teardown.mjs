/** Stops what servers-setup.mjs started. */
export default async function teardown() {
  const { roundsServers } = /** @type {{ roundsServers?: import('../servers/index.mjs').Servers }} */ (
    globalThis
  );
  await roundsServers?.stop();
}
