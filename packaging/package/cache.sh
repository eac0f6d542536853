# Makes the archive of loaded and linked classes that more than halves the start; to be sourced after
# jars.sh.
#
# The ahead-of-time cache of JDK 25, made from a list of classes instead of from one run: a list can
# be put together from a start and a loan, and goes to a machine that makes the cache by itself. What
# a recorded run has beyond that, profiles of methods, serves the optimising compiler, which is off:
# the two differed by less than one start from the next (three rounds of seven, medians of 411 to 763
# ms with this and of 420 to 815 ms with a recorded one, on a machine that was not quiet). The archive
# is good for exactly the options, paths, sizes and times of the files that it was made with: dpkg keeps them.

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
  local tree=$1 root=() libraries="libc6 libgcc-s1 libstdc++6 zlib1g" system emulator
  shift
  system=$cache/system-arm64-$(tr ' ' - <<<"$libraries")
  [ "$(id -u)" -eq 0 ] || root=(--user --map-root-user)
  install_packages "to run what was made for arm64" qemu-user-static
  emulator=$(command -v qemu-aarch64-static)
  if [ ! -e "$system/complete" ]; then
    rm -rf "$system"
    mkdir -p "$system"/{usr/lib/kashidashi,proc,dev,tmp,state}
    ln -s usr/lib "$system/lib"
    # shellcheck disable=SC2086 # a name each
    fetch_arm64 "$system" $libraries
    touch "$system/complete"
  fi
  cp --update "$emulator" "$system/emulator"
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

# Nothing here looks at the keyboards of the machine that builds. The number of the process is
# written into a file.
in_place_without_inputs() {
  local tree=$1
  shift
  # shellcheck disable=SC2016
  in_place "$tree" sh -c '[ ! -d /dev/input ] || mount -t tmpfs tmpfs /dev/input
    echo $$ >"$1" && shift && exec "$@"' sh "$@"
}

# A frame buffer that is a file, and a kiosk that draws on it.
lay_out_training() {
  local work=$1
  mkdir -p "$work/sysfs" "$work/state/trust"
  echo 1280,800 >"$work/sysfs/virtual_size"
  echo 32 >"$work/sysfs/bits_per_pixel"
  echo 5120 >"$work/sysfs/stride"
  truncate --size=$((5120 * 800)) "$work/glass"
  sed "s,@WORK@,$work,g" "$top/packaging/package/training.toml" >"$work/kiosk.toml"
}

# Whether something was drawn: the whole screen has a background.
is_painted() { [ "$(head -c 65536 "$1/glass" | tr -d '\0' | wc -c)" -gt 0 ]; }

ended() {
  local pid=$1 tries=$2
  for _ in $(seq "$tries"); do
    [ -d "/proc/$pid" ] || return 0
    sleep 0.1
  done
  return 1
}

# From the start of the service to its first screen and some seconds on, as its unit runs it.
list_start() {
  local tree=$1 list=$2 work=$3 job pid painted=
  lay_out_training "$work"
  # Nobody listens at the socket: what speaks to the service manager is loaded all the same.
  NOTIFY_SOCKET=$work/notify WATCHDOG_USEC=2000000 in_place_without_inputs "$tree" \
    "$work/pid" "${java[@]}" -Xshare:off -XX:DumpLoadedClassList="$list" \
    -jar /usr/lib/kashidashi/kiosk.jar run --config "$work/kiosk.toml" >"$work/log" 2>&1 &
  job=$!
  for _ in $(seq 600); do
    if is_painted "$work"; then
      painted=yes
      break
    fi
    [ -d "/proc/$job" ] || break
    sleep 0.1
  done
  pid=$(cat "$work/pid")
  # Devices are looked for and central is called, beside the first screen.
  ended "$pid" 30 || kill "$pid"
  ended "$pid" 200 || kill -9 "$pid"
  wait "$job" || true
  if [ -z "$painted" ] || [ ! -s "$list" ]; then
    cat "$work/log" >&2
    say "The first screen did not come, so its classes are not known."
    return 1
  fi
}

# The classes of a start and of three loans, made once a program: they are the same for both
# architectures.
list_classes() {
  local tree=$1 list=$2 work java
  install_packages "to see a first screen" libfreetype6 libpcsclite1 fonts-morisawa-bizud-gothic \
    fonts-noto-mono fonts-wqy-microhei
  work=$(mktemp -d)
  mapfile -t java < <(packaged_java)
  in_place "$tree" timeout 120 "${java[@]}" -Xshare:off -XX:DumpLoadedClassList="$work/loan" \
    -jar /usr/lib/kashidashi/kiosk.jar demo --script borrow >"$work/log" 2>&1 ||
    { cat "$work/log" >&2; return 1; }
  list_start "$tree" "$work/first" "$work" || return 1
  # Numbers of classes are those of one run. The library that reads command lines is too old to be
  # kept, and the service does without it.
  cat "$work/first" "$work/loan" | grep -v -e '^#' -e 'source:' -e '^picocli/' -e ' picocli/' |
    sed 's/ id: [0-9]*$//' | awk '!seen[$0]++' >"$list"
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
  if [ "$architecture" != amd64 ]; then
    install --mode=644 "$list" "$stage/usr/lib/kashidashi/classes.list"
    return 0
  fi
  work=$(mktemp -d)
  if ! in_place "$stage" "${java[@]}" -Xshare:dump -XX:+AOTClassLinking \
    -XX:SharedClassListFile="$list" -XX:SharedArchiveFile="$work/classes.jsa" \
    -cp /usr/lib/kashidashi/kiosk.jar >"$work/log" 2>&1; then
    tail -n 20 "$work/log" >&2
    return 1
  fi
  install --mode=644 "$work/classes.jsa" "$stage$archive"
  rm -rf "$work"
  # With -Xshare:on the virtual machine does not start without it.
  in_place "$stage" "${java[@]}" -Xshare:on -jar /usr/lib/kashidashi/kiosk.jar version >&2
}
