import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BINARIES } from './binaries.mjs';
import { resolveBinary } from './resolve-binary.mjs';

const REPLICA_SET = 'rounds';
const ROOT = 'root';
/** MongoDB's error codes. */
const UNAUTHORIZED = 13;
const AUTHENTICATION_FAILED = 18;
const ALREADY_INITIALIZED = 23;

/**
 * One mongod as a replica set of one (transactions and change streams need a set), with authentication.
 *
 * @param {import('./index.mjs').Context} context
 * @returns {Promise<Record<string, string>>} environment
 */
export async function startMongodb({ home, env, ports, say, secrets, supervisor }) {
  const configured = env.MONGODB_ROOT_URI ?? env.MONGODB_URI;
  if (configured) {
    supervisor.addConfigured('mongodb', withoutPassword(configured));
    return { MONGODB_URI: env.MONGODB_URI ?? configured, MONGODB_ROOT_URI: configured };
  }
  const data = join(home, 'mongodb');
  const keyFile = join(home, 'mongodb.key');
  const [program, port] = await Promise.all([
    resolveBinary(BINARIES.mongod, { say, env }),
    ports.take('mongodb'),
    mkdir(data, { recursive: true }),
    writeKeyFile(keyFile, secrets.mongoKeyFile),
  ]);
  const node = { host: `127.0.0.1:${port}`, password: secrets.mongoRootPassword };
  await supervisor.add({
    name: 'mongodb',
    server: true,
    command: program,
    args: [
      ...['--dbpath', data, '--bind_ip', '127.0.0.1', '--port', String(port), '--nounixsocket', '--quiet'],
      ...['--replSet', REPLICA_SET, '--keyFile', keyFile],
      // A development machine has better uses for half of its memory and a diagnostics file.
      ...['--wiredTigerCacheSizeGB', '0.25', '--setParameter', 'diagnosticDataCollectionEnabled=false'],
    ],
    url: `mongodb://${node.host}/?replicaSet=${REPLICA_SET}`,
    health: () => becomePrimary(node),
  });
  const uri = rootUri(node);
  return { MONGODB_URI: uri, MONGODB_ROOT_URI: uri };
}

/**
 * @param {string} file
 * @param {string} key
 */
async function writeKeyFile(file, key) {
  await writeFile(file, key, { mode: 0o600 });
  // mongod refuses a key that others can read.
  await chmod(file, 0o600);
}

/** @typedef {{ host: string, password: string }} Node */

/** @param {Node} node */
function rootUri({ host, password }) {
  return `mongodb://${ROOT}:${password}@${host}/?authSource=admin&replicaSet=${REPLICA_SET}&directConnection=true`;
}

/**
 * Brings the node to where it takes writes, whatever state it is in: new, without its user, or moved to
 * another port.
 *
 * @param {Node} node
 * @returns {Promise<boolean>} true: it takes writes by the root user
 */
async function becomePrimary(node) {
  const client = await connect(`mongodb://${node.host}/?directConnection=true`);
  try {
    const hello = await client.db('admin').command({ hello: 1 });
    if (hello.isWritablePrimary) return await canAuthenticate(node, client);
    if (hello.isreplicaset) await joinSet(client, node);
    return false;
  } finally {
    await client.close();
  }
}

/**
 * The node says that it belongs to no set: it is new, or its set knows it by another port.
 *
 * @param {import('mongodb').MongoClient} anonymous
 * @param {Node} node
 */
async function joinSet(anonymous, node) {
  const config = { _id: REPLICA_SET, members: [{ _id: 0, host: node.host }] };
  try {
    await anonymous.db('admin').command({ replSetInitiate: config });
  } catch (error) {
    if (![UNAUTHORIZED, ALREADY_INITIALIZED].includes(codeOf(error))) throw error;
    await moveHere(node);
  }
}

/**
 * @param {Node} node
 * @param {import('mongodb').MongoClient} anonymous may create the first user, and nothing once there is one
 */
async function canAuthenticate(node, anonymous) {
  try {
    const client = await connect(rootUri(node));
    await client.close();
    return true;
  } catch (error) {
    if (codeOf(error) !== AUTHENTICATION_FAILED) throw error;
    await anonymous.db('admin').command({ createUser: ROOT, pwd: node.password, roles: ['root'] });
    return false;
  }
}

/**
 * A set remembers its members' addresses. On another port than before the node finds itself in none of them,
 * and stays out of its own set until told.
 *
 * @param {Node} node
 */
async function moveHere(node) {
  const client = await connect(rootUri(node));
  try {
    const { config } = await client.db('admin').command({ replSetGetConfig: 1 });
    const moved = {
      ...config,
      version: config.version + 1,
      members: [{ ...config.members[0], host: node.host }],
    };
    await client.db('admin').command({ replSetReconfig: moved, force: true });
  } finally {
    await client.close();
  }
}

/**
 * The driver is not a builtin: it is loaded only now that the dependencies are installed.
 *
 * @param {string} uri
 */
async function connect(uri) {
  const { MongoClient } = await import('mongodb');
  return new MongoClient(uri, { serverSelectionTimeoutMS: 500, connectTimeoutMS: 500 }).connect();
}

/** @param {unknown} error */
function codeOf(error) {
  return Number(/** @type {import('mongodb').MongoServerError} */ (error).code);
}

/** @param {string} uri */
function withoutPassword(uri) {
  return uri.replace(/\/\/[^@/]*@/, '//');
}
