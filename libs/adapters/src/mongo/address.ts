import ConnectionString from 'mongodb-connection-string-url';

/** As the driver reads it: of one server, of the members of a set, or of a name that tells them; null: none of these. */
export const mongoAddress = (uri: string): ConnectionString | null => {
  try {
    return new ConnectionString(uri);
  } catch {
    return null;
  }
};
