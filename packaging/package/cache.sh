# Makes the archive of loaded classes that halves the start; to be sourced after jars.sh.
#
# A static archive of the classes that a start and a loan load. The newer form with linked classes
# and profiles is no faster here by more than what a start varies, and its bytes differ from build
# to build. The archive is good for exactly the options, paths, sizes and times of the files that it
# was made with: dpkg keeps all of them.

archive=/usr/lib/kashidashi/classes.jsa

# Runs a command where a staged tree lies in /usr/lib as it will on the kiosk.
in_place() {
  local tree=$1 root=()
  shift
  [ "$(id -u)" -eq 0 ] || root=(--user --map-root-user)
  # shellcheck disable=SC2016
  unshare "${root[@]}" --mount -- sh -c '
    mount -t overlay overlay -o "lowerdir=$1/usr/lib:/usr/lib" /usr/lib && shift && exec "$@"
  ' sh "$tree" "$@"
}

# The same for a tree of arm64, with the libraries of Debian trixie around it, under emulation.
in_place_arm64() {
  local tree=$1 root=() system=$cache/system-arm64 emulator
  shift
  [ "$(id -u)" -eq 0 ] || root=(--user --map-root-user)
  install_packages "to run what was made for arm64" qemu-user-static
  emulator=$(command -v qemu-aarch64-static)
  if [ ! -e "$system/complete" ]; then
    rm -rf "$system"
    mkdir -p "$system"/{usr/lib/kashidashi,proc,dev,tmp,state}
    ln -s usr/lib "$system/lib"
    fetch_arm64 "$system" libc6 libgcc-s1 libstdc++6 zlib1g libfreetype6 libharfbuzz0b \
      libpng16-16t64 libbrotli1 libbz2-1.0 libglib2.0-0t64 libgraphite2-3 libpcre2-8-0
    cp "$emulator" "$system/emulator"
    touch "$system/complete"
  fi
  # shellcheck disable=SC2016
  unshare "${root[@]}" --mount -- sh -c '
    mount --bind "$2/usr/lib/kashidashi" "$1/usr/lib/kashidashi" && mount --rbind /proc "$1/proc" &&
      mount --rbind /dev "$1/dev" && mount -t tmpfs tmpfs "$1/state" || exit 1
    system=$1
    shift 2
    exec chroot "$system" /emulator "$@"
  ' sh "$system" "$tree" "$@"
}

packaged_java() { printf '%s\n' /usr/lib/kashidashi/runtime/bin/java @/usr/lib/kashidashi/java.options; }

# The classes of a start with a panel and of three loans, made once a program: they are the same for
# both architectures.
list_classes() {
  local tree=$1 list=$2 work java
  work=$(mktemp -d)
  mapfile -t java < <(packaged_java)
  mkdir -p "$work/state/trust"
  sed -e "s,/tmp/kashidashi-trial,$work/state,g" -e '/^\[resolver\]/,/^$/c[resolver]\ndriver = "none"\n' \
    "$top/packaging/examples/kiosk-test.toml" >"$work/kiosk.toml"
  in_place "$tree" "${java[@]}" -Xshare:off -XX:DumpLoadedClassList="$work/loan" \
    -jar /usr/lib/kashidashi/kiosk.jar demo --script borrow >"$work/log" 2>&1 ||
    { cat "$work/log" >&2; return 1; }
  # The first screen on a terminal, and then the end.
  cat >"$work/start" <<START
stty cols 80 rows 30
echo \$\$ >"$work/pid"
exec ${java[*]} -Xshare:off -XX:DumpLoadedClassList="$work/first" \\
  -jar /usr/lib/kashidashi/kiosk.jar run --config "$work/kiosk.toml" 2>"$work/errors"
START
  (
    for _ in $(seq 600); do
      grep -q 開始 "$work/screen" 2>/dev/null && break
      sleep 0.1
    done
    kill "$(cat "$work/pid")"
  ) >/dev/null 2>&1 &
  local watcher=$!
  sleep 70 | in_place "$tree" script --quiet --flush --command "sh '$work/start'" "$work/screen" >/dev/null &
  local terminal=$!
  wait "$watcher"
  for _ in $(seq 100); do
    [ -d "/proc/$(cat "$work/pid")" ] || break
    sleep 0.1
  done
  kill "$terminal" 2>/dev/null || true
  if ! grep -q 開始 "$work/screen"; then
    cat "$work/errors" >&2
    say "The first screen did not come, so its classes are not known."
    return 1
  fi
  # Numbers of classes are those of one run.
  cat "$work/first" "$work/loan" | grep -v -e '^#' -e 'source:' | sed 's/ id: [0-9]*$//' |
    awk '!seen[$0]++' >"$list"
  rm -rf "$work"
}

# For amd64 the archive is made here. For arm64 the package's postinst makes it from the same list of
# classes: under emulation it takes minutes, on the board seconds.
make_cache() {
  local architecture=$1 list=$output/classes tree=$stage work java
  mapfile -t java < <(packaged_java)
  # The archive remembers the times of the files, so they must be the final ones already.
  find "$stage/usr/lib" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
  if [ ! -f "$list" ] || [ "$top/kiosk/target/kiosk.jar" -nt "$list" ]; then
    if [ "$architecture" != amd64 ]; then
      tree=$output/training
      (stage=$tree && stage_program amd64)
    fi
    list_classes "$tree" "$list"
    [ "$tree" = "$stage" ] || rm -rf "$tree"
  fi
  install --mode=644 "$list" "$stage/usr/lib/kashidashi/classes.list"
  [ "$architecture" = amd64 ] || return 0
  work=$(mktemp -d)
  # Without chance in addresses and in compiling, the same bytes come each time.
  if ! in_place "$stage" setarch --addr-no-randomize "${java[@]}" -Xshare:dump -Xint \
    -XX:SharedClassListFile=/usr/lib/kashidashi/classes.list \
    -XX:SharedArchiveFile="$work/classes.jsa" -cp /usr/lib/kashidashi/kiosk.jar >"$work/log" 2>&1; then
    tail -n 20 "$work/log" >&2
    return 1
  fi
  install --mode=644 "$work/classes.jsa" "$stage$archive"
  rm -rf "$work"
  # With -Xshare:on the virtual machine does not start without it.
  in_place "$stage" "${java[@]}" -Xshare:on -jar /usr/lib/kashidashi/kiosk.jar version >&2
}
