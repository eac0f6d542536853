# Tries central's package out in the root that packaging/test-deb has made; to be sourced by it.

as_central() { as_service kashidashi-central "$@"; }

# A program for the inside: serves as the unit does, keeps what it answers about a patron in the file
# that is named first, runs the given command beside it, and stops it.
write_serve() {
  cat >"$root/packages/serve" <<'SERVE'
set -eu
command_of() { sed -n 's/^ExecStart=//p' "/usr/lib/systemd/system/$1.service"; }
ask() {
  exec 3<>/dev/tcp/127.0.0.1/8620
  printf '%s /v1/%s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nKashidashi-Kiosk: k1\r\n' "$1" "$2" >&3
  printf 'Content-Type: application/json; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s' "${#3}" "$3" >&3
  timeout 20 cat <&3
  exec 3<&-
}
cd /var/lib/kashidashi-central
# Else the last run's line could be taken for this one's.
rm -f log
$(command_of kashidashi-central) >log 2>&1 &
central=$!
for _ in $(seq 300); do
  grep -qs 'central listens on 127.0.0.1 port 8620' log && break
  kill -0 "$central" || { cat log; exit 1; }
  sleep 0.1
done
ask GET health '' | grep -q '^HTTP/1.1 200 '
ask POST patron-lookups '{"patron":"9999900120"}' >answer
head -n 1 answer | grep -q '^HTTP/1.1 200 ' || { cat answer; exit 1; }
tail -n 1 answer >"$1"
shift
failed=0
"$@" || failed=1
kill "$central"
ended=0
wait "$central" || ended=$?
# SIGTERM is how systemd stops it, and the unit takes 143 for good.
[ "$ended" -eq 143 ] || { echo "ended with $ended"; cat log; exit 1; }
exit "$failed"
SERVE
}

nightly_backup() { sed -n 's/^ExecStart=//p' "$package_sources/central/kashidashi-central-backup.service"; }
central_command() { as_central kashidashi-central "$@" --config /etc/kashidashi-central/central.toml; }

# systemd would read $, %, quotes and backslashes in its own way: there are none.
is_plain() {
  grep -h '^Exec' "$1" && ! grep -hE '^Exec' "$1" | grep -vE '^Exec[A-Za-z]*=/[A-Za-z0-9 ./_-]+$'
}

# One backup that fits its sums and is its owner's alone.
backup_is_good() {
  local folder=$root/var/lib/kashidashi-central/backup found
  found=$(ls "$folder")
  [[ $found =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{6}$ ]] || { echo "there is: $found"; return 1; }
  [ "$(stat --format=%a "$folder/$found")" = 700 ] || { stat "$folder/$found"; return 1; }
  (cd "$folder/$found" && sha256sum --check --strict SHA256SUMS)
}

# With 21 older ones, half a one and one that a person made, the newest 14 stay, and the person's.
old_backups_go() {
  local folder=$root/var/lib/kashidashi-central/backup day
  # The one that is there becomes an old one: two of the same second are refused.
  mv "$folder"/2* "$folder/2026-01-10T033000"
  for day in $(seq 11 30); do
    mkdir "$folder/2026-01-${day}T033000"
  done
  mkdir "$folder/2026-01-31T033000.partial" "$folder/before-the-move"
  chown -R --reference="$folder" "$folder"
  # shellcheck disable=SC2046
  as_central $(nightly_backup) || return 1
  ls "$folder"
  [ -d "$folder/before-the-move" ] && [ ! -e "$folder/2026-01-31T033000.partial" ] &&
    [ "$(find "$folder" -mindepth 1 -maxdepth 1 -name '2*T*' | wc -l)" -eq 14 ] &&
    [ ! -e "$folder/2026-01-17T033000" ] && [ -d "$folder/2026-01-18T033000" ] && rm -rf "$folder"/2026-01-*
}

loses_its_database() { rm "$root"/var/lib/kashidashi-central/central.db*; }

try_central() {
  local state=$root/var/lib/kashidashi-central settings=$root/etc/kashidashi-central/central.toml
  local newest
  point "central: is installed" inside dpkg -i /packages/kashidashi-central.deb
  point "central: the user has no shell" grep -q '^kashidashi-central:.*/usr/sbin/nologin$' "$root/etc/passwd"
  point "central: the state is its user's alone" mode_is 700 var/lib/kashidashi-central
  point "central: units are sound" inside systemd-analyze verify kashidashi-central.service \
    kashidashi-central-backup.service kashidashi-central-backup.timer \
    kashidashi-central-renew.service kashidashi-central-renew.timer
  point "central: systemd starts it by plain words" is_plain "$package_sources/central/kashidashi-central.service"
  point "central: systemd backs it up by plain words" \
    is_plain "$package_sources/central/kashidashi-central-backup.service"
  point "central: its settings are right" as_central kashidashi-central check-config \
    /etc/kashidashi-central/central.toml
  sed 's/^host = "127.0.0.1"/host = "0.0.0.0"/' "$settings" >"$root/packages/open.toml"
  sed 's/^#\([^ ]\)/\1/' "$root/packages/open.toml" >"$root/packages/secured.toml"
  point "central: refuses to listen to other machines without certificates" refused \
    'add a section [tls]' -- as_central kashidashi-central check-config /packages/open.toml
  point "central: its settings are right with the lines for kiosks on other machines" \
    as_central kashidashi-central check-config /packages/secured.toml

  cp -r "$top/sync/central/src/main/resources/org/kashidashi/central/demo" "$root/packages/demo"
  write_serve
  point "central: takes patrons and items in" central_command load --patrons /packages/demo/patrons.csv \
    --items /packages/demo/items.csv --links /packages/demo/links.csv
  # shellcheck disable=SC2046
  point "central: serves, is backed up meanwhile, and stops" \
    as_central bash /packages/serve before $(nightly_backup)
  point "central: the backup is whole and its user's alone" backup_is_good
  point "central: the newest 14 backups stay" old_backups_go
  newest=/var/lib/kashidashi-central/backup/$(ls "$state/backup" 2>/dev/null | grep ^2 | tail -n 1)
  point "central: a backup is not put back while it runs" as_central bash /packages/serve before \
    bash -c '! kashidashi-central restore "$1" --replace --config "$2" 2>refusal &&
      grep "central runs on database" refusal' bash "$newest" /etc/kashidashi-central/central.toml
  point "central: a backup does not replace a database by itself" refused 'with --replace it is put aside' -- \
    central_command restore "$newest"
  loses_its_database
  point "central: a backup is put back" central_command restore "$newest"
  point "central: serves again" as_central bash /packages/serve after true
  point "central: gives the same answers" cmp "$state/before" "$state/after"
  point "central: is upgraded" inside dpkg -i /packages/kashidashi-central.deb
  point "central: is removed" inside dpkg -r kashidashi-central
  point "central: what it knows stays" test -f "$state/central.db" -a -f "$state/central.db.key" \
    -a -d "$root$newest" -a -f "$settings"
  point "central: is installed again" inside dpkg -i /packages/kashidashi-central.deb
  point "central: serves what it knew" as_central bash /packages/serve after true
  point "central: gives the same answers as before" cmp "$state/before" "$state/after"
  point "central: is purged" inside dpkg -P kashidashi-central
  point "central: data, settings and user are gone" test ! -e "$state" -a \
    ! -e "$root/etc/kashidashi-central" -a -z "$(grep '^kashidashi-central:' "$root/etc/passwd" || true)"
}
