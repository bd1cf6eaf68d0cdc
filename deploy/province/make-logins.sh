#!/bin/sh
# Run once by the image of PostgreSQL, on an empty store: the login that the copies use. It owns nothing and may make nothing.
set -eu
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" \
	--set=password="$(cat /run/secrets/web_password)" <<'SQL'
create role hoi_mot_cua_web login noinherit nosuperuser nobypassrls nocreatedb nocreaterole password :'password' connection limit 150;
revoke create on schema public from public;
SQL
