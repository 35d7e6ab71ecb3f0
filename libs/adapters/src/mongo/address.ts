import ConnectionString from 'mongodb-connection-string-url';

/** As the driver reads it: one server, the members of a set, or an SRV name; null: none of these. */
export const mongoAddress = (uri: string): ConnectionString | null => {
  try {
    return new ConnectionString(uri);
  } catch {
    return null;
  }
};
