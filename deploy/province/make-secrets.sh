#!/bin/sh
# Makes what is missing in ./secrets, once; what is there stays. Needs openssl.
set -eu
umask 077
cd "$(dirname "$0")"
mkdir -p secrets
put() {
	[ -s "secrets/$1" ] || printf '%s\n' "$2" >"secrets/$1"
}
put owner_password "$(openssl rand -hex 24)"
put web_password "$(openssl rand -hex 24)"
put secret_key "$(openssl rand -hex 32)"
put metrics_key "$(openssl rand -hex 24)"
put database_owner_url "postgres://hoi_mot_cua_owner:$(cat secrets/owner_password)@postgres:5432/hoi_mot_cua"
put database_url "postgres://hoi_mot_cua_web:$(cat secrets/web_password)@postgres:5432/hoi_mot_cua"
# The copies run as the user with number 1000 and must be able to read them.
chmod 755 secrets
chmod 444 secrets/*
[ -s secrets/vapid_private_key ] ||
	echo 'Still missing: secrets/vapid_private_key and VAPID_PUBLIC_KEY in .env. Make both: npx web-push generate-vapid-keys' >&2
echo 'Keep a copy of secrets/secret_key elsewhere: without it what was sealed stays sealed.'
