#!/bin/sh
# Creates and upgrades Temporal's two databases; run by compose before the server, with the version's own tools.
# Doing it again changes nothing.
set -eu

sql() {
  temporal-sql-tool --plugin postgres12 --ep postgres -p 5432 -u temporal --pw "$SQL_PASSWORD" "$@"
}

for name in temporal temporal_visibility; do
  case $name in
    temporal) folder=temporal ;;
    *) folder=visibility ;;
  esac
  sql --db "$name" create || echo "$name is there"
  sql --db "$name" setup-schema -v 0.0 || echo "$name has a schema"
  sql --db "$name" update-schema --schema-dir "/etc/temporal/schema/postgresql/v12/$folder/versioned"
done
