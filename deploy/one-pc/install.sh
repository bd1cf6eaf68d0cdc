#!/bin/sh
# Installs Hỏi Một Cửa as a service on one PC with Debian 12 or Ubuntu 22.04 and later. May be run again at any time:
# what is there already stays, settings and data are never touched.
#
#   tar xzf hoi-mot-cua.tar.gz deploy/one-pc
#   sudo sh deploy/one-pc/install.sh --bundle hoi-mot-cua.tar.gz --domain hoi.phuong.example
#   sudo sh deploy/one-pc/install.sh --bundle hoi-mot-cua.tar.gz --local hoi-mot-cua.local
#
#   --public-key FILE   who must have signed the bundle and every update (kept in /etc/hoi-mot-cua/release.pub)
#   --caddy-deb FILE    the package caddy, brought along where there is no Internet
#   --dry-run           prints what it would do, and does nothing
#   --root DIR          writes below DIR and runs nothing of the system: to try it out
set -eu
umask 022

bundle= domain= local_name= public_key= caddy_deb= root= dry=
here=$(cd "$(dirname "$0")" && pwd)

fail() {
	echo "$*" >&2
	exit 1
}

while [ $# -gt 0 ]; do
	case $1 in
	--bundle | --domain | --local | --public-key | --caddy-deb | --root) [ $# -ge 2 ] || fail "$1 needs a value." ;;
	esac
	case $1 in
	--bundle) bundle=$2 && shift 2 ;;
	--domain) domain=$2 && shift 2 ;;
	--local) local_name=$2 && shift 2 ;;
	--public-key) public_key=$2 && shift 2 ;;
	--caddy-deb) caddy_deb=$2 && shift 2 ;;
	--root) root=$2 && shift 2 ;;
	--dry-run) dry=yes && shift ;;
	*) fail "Unknown: $1. The first lines of $0 say how it is called." ;;
	esac
done

name=${domain:-$local_name}
[ -n "$name" ] || fail "Say --domain NAME (a name in the Internet) or --local NAME (a name in the ward's network)."
[ -z "$domain" ] || [ -z "$local_name" ] || fail "Say --domain or --local, not both."
case $name in
*[!A-Za-z0-9.-]* | -* | .*) fail "$name is no name of a host, such as hoi.phuong.example." ;;
esac
for file in "$bundle" "$public_key" "$caddy_deb"; do
	[ -z "$file" ] || [ -r "$file" ] || fail "$file cannot be read."
done

# Says a step, and does it unless this is a dry run.
step() {
	echo "+ $*"
	[ -n "$dry" ] || "$@"
}
# The same for what changes the system itself: never below --root.
system_step() {
	echo "+ $*"
	[ -n "$dry$root" ] || "$@"
}

home=$root/opt/hoi-mot-cua
config=$root/etc/hoi-mot-cua
state=$root/var/lib/hoi-mot-cua
user=hoi-mot-cua

check_machine() {
	[ -z "$dry$root" ] || return 0
	[ "$(id -u)" -eq 0 ] || fail "Run it as root: sudo sh $0 …"
	[ -d /run/systemd/system ] || fail "This machine does not run systemd: see docs/how-to/install-on-one-pc.md."
	[ "$(uname -m)" = x86_64 ] || fail "This machine is $(uname -m): the bundle is for x86_64."
	command -v apt-get >/dev/null || fail "No apt-get here: this is for Debian and Ubuntu."
}

make_user() {
	getent passwd "$user" >/dev/null 2>&1 ||
		system_step useradd --system --user-group --home-dir /var/lib/hoi-mot-cua --shell /usr/sbin/nologin "$user"
}

make_folders() {
	for folder in "$home/releases" "$config" "$state/data" "$state/local"; do
		[ -d "$folder" ] || step mkdir -p "$folder"
	done
	system_step chown root:"$user" "$config"
	step chmod 750 "$config"
	system_step chown "$user:$user" "$state" "$state/data" "$state/local"
	step chmod 750 "$state"
}

# $1 from, $2 to: only when they differ.
put_file() {
	if [ -f "$2" ] && cmp -s "$1" "$2"; then
		echo "  $2 is as it should be."
	else
		[ -d "$(dirname "$2")" ] || step mkdir -p "$(dirname "$2")"
		step install -m "$3" "$1" "$2"
	fi
}

# With tools of the system alone: nothing of the bundle runs before all of it was checked.
check_bundle() {
	stage=$1
	tar -xzf "$bundle" -C "$stage" --no-same-owner
	if [ -f "$config/release.pub" ]; then
		openssl pkeyutl -verify -pubin -inkey "$config/release.pub" -rawin \
			-in "$stage/SHA256SUMS" -sigfile "$stage/SHA256SUMS.sig" >/dev/null ||
			fail "The bundle was not signed with the key in $config/release.pub. Do not use it; ask who sent it."
	fi
	(cd "$stage" && sha256sum --check --quiet --strict SHA256SUMS) ||
		fail "The bundle is damaged. Copy it again."
	listed=$(wc -l <"$stage/SHA256SUMS")
	found=$(find "$stage" ! -type d ! -path "$stage/SHA256SUMS" ! -path "$stage/SHA256SUMS.sig" | wc -l)
	[ "$listed" -eq "$found" ] || fail "The bundle holds files that are not on its list. Do not use it."
}

place_release() {
	if [ -e "$home/current" ]; then
		echo "  $(readlink "$home/current") is installed. A newer one: sudo hoi-mot-cua update FILE"
		return
	fi
	[ -n "$bundle" ] || fail "Say --bundle FILE: what npm run bundle made."
	echo "+ check $bundle and unpack it below $home/releases"
	[ -z "$dry" ] || return 0
	stage=$(mktemp -d "$home/releases/.stage-XXXXXX")
	trap 'rm -rf "$stage"' EXIT
	check_bundle "$stage"
	set -- --place "$bundle" --home "$home"
	[ ! -f "$config/release.pub" ] || set -- "$@" --public-key "$config/release.pub"
	"$stage/node_modules/node/bin/node" "$stage/tools/update/cli.ts" "$@"
	rm -rf "$stage"
}

write_settings() {
	if [ -f "$config/settings.env" ]; then
		echo "  $config/settings.env stays as it is."
	else
		echo "+ write $config/settings.env"
		[ -n "$dry" ] || sed "s|^PUBLIC_URL=.*|PUBLIC_URL=https://$name|" "$here/settings.env.example" >"$config/settings.env"
	fi
	if [ ! -f "$config/backup-passphrase" ]; then
		echo "+ make $config/backup-passphrase"
		[ -n "$dry" ] || (umask 077 && head -c 24 /dev/urandom | base64 >"$config/backup-passphrase")
	fi
	step chmod 640 "$config/settings.env" "$config/backup-passphrase"
	system_step chown root:"$user" "$config/settings.env" "$config/backup-passphrase"
}

install_caddy() {
	if [ -z "$root" ] && command -v caddy >/dev/null; then
		echo "  Caddy is there."
	elif [ -n "$caddy_deb" ]; then
		system_step apt-get install --yes --no-download "$(realpath "$caddy_deb")"
	else
		system_step apt-get install --yes caddy
	fi
	put_file "$here/hoi-mot-cua.caddy" "$root/etc/caddy/hoi-mot-cua.caddy" 644
	if grep -qs 'hoi-mot-cua.caddy' "$root/etc/caddy/Caddyfile"; then
		echo "  $root/etc/caddy/Caddyfile stays as it is."
		return
	fi
	[ ! -f "$root/etc/caddy/Caddyfile" ] || step mv "$root/etc/caddy/Caddyfile" "$root/etc/caddy/Caddyfile.before"
	if [ -n "$domain" ]; then from=Caddyfile; else from=Caddyfile.local; fi
	echo "+ write $root/etc/caddy/Caddyfile for $name"
	[ -n "$dry" ] || sed "s/^hoi[a-z.-]* {/$name {/" "$here/$from" >"$root/etc/caddy/Caddyfile"
}

check_machine
make_user
make_folders
[ -z "$public_key" ] || put_file "$public_key" "$config/release.pub" 644
place_release
write_settings
put_file "$here/hoi-mot-cua" "$root/usr/local/bin/hoi-mot-cua" 755
put_file "$here/hoi-mot-cua.service" "$root/etc/systemd/system/hoi-mot-cua.service" 644
put_file "$here/journald@hoi-mot-cua.conf" "$root/etc/systemd/journald@hoi-mot-cua.conf" 644
install_caddy
system_step systemctl daemon-reload
system_step systemctl enable --now hoi-mot-cua.service
system_step systemctl enable caddy.service
system_step systemctl reload-or-restart caddy.service

cat <<TEXT

Installed. It serves at https://$name in a minute or two.
  Look:          hoi-mot-cua status; hoi-mot-cua log; sudo hoi-mot-cua doctor
  The desk:      sudo hoi-mot-cua knowledge setup
  First admin:   sudo hoi-mot-cua staff first-admin "HỌ TÊN" MÃ_XÃ
  Write down and keep elsewhere: $config/backup-passphrase
TEXT
[ -z "$local_name" ] || echo "  Each PC and phone of the ward must trust the certificate: /var/lib/caddy/.local/share/caddy/pki/authorities/local/root.crt"
