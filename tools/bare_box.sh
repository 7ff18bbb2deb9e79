#!/bin/sh
# Times the two commands on a bare Debian 12: a root with python3, python3-venv and make, no more.
#
#   sh tools/bare_box.sh [FOLDER] [COMMAND]     needs root and debootstrap
#   sh tools/bare_box.sh /tmp/bare 'make .venv/.base && du -sm .venv'
#
# FOLDER (default /tmp/bare) is made once and kept; the checkout in it is made anew from HEAD each time.
# How this machine reaches its package index (pip's settings, certificates, name service) is copied
# in at run time and is no part of the repository.
set -eu
box=${1:-/tmp/bare}
command=${2:-'make test'}
checkout=$(git rev-parse --show-toplevel)

if [ ! -x "$box/usr/bin/make" ]; then
	debootstrap --variant=minbase --include=python3,python3-venv,make bookworm "$box"
fi

for settings in /etc/pip.conf /etc/xdg/pip /root/.config/pip /etc/resolv.conf /etc/hosts \
	/etc/ssl/certs/ca-certificates.crt; do
	[ -e "$settings" ] || continue
	mkdir -p "$box$(dirname "$settings")"
	cp -rL "$settings" "$box$(dirname "$settings")/"
done

rm -rf "$box/root/safeconduct"
mkdir -p "$box/root/safeconduct"
git -C "$checkout" archive HEAD | tar -x -C "$box/root/safeconduct"
mountpoint -q "$box/proc" || mount -t proc proc "$box/proc"
trap 'umount "$box/proc"' EXIT

start=$(date +%s)
status=0
env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 TERM=dumb \
	$(env | grep '^PIP_' || true) \
	chroot "$box" /bin/sh -c "cd /root/safeconduct && $command" || status=$?
echo "bare box: $command: exit $status after $(($(date +%s) - start)) s;" \
	"$(du -sm "$box/root/safeconduct/.venv" 2>/dev/null | cut -f1) MB in .venv"
exit "$status"
