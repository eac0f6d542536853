# Judges the kiosk's package for arm64, and the libraries in both; to be sourced by packaging/test-deb.

# Whether all that a processor runs in an unpacked package is for one machine, and something is.
is_for_machine() {
  local machine=$1 tree=$2 file found=0 others=0
  while IFS= read -r -d '' file; do
    [ "$(head -c 4 "$file" | od -An -tx1 | tr -d ' ')" = 7f454c46 ] || continue
    found=$((found + 1))
    if ! readelf --file-header "$file" | grep -q "Machine: *$machine\$"; then
      readelf --file-header "$file" | grep Machine: | sed "s,^,$file,"
      others=$((others + 1))
    fi
  done < <(find "$tree" -type f -print0)
  echo "$found files for processors, $others of another than $machine"
  [ "$found" -gt 0 ] && [ "$others" -eq 0 ]
}

# Whether the jars of an unpacked package carry classes alone: what lies in a jar would be unpacked
# into /tmp.
jars_are_plain() {
  local jar carried=0
  while IFS= read -r -d '' jar; do
    if unzip -Z1 "$jar" | grep -E '\.(so|dll|dylib|jnilib|exe|a)([.][0-9]+)*$'; then
      echo "in $jar"
      carried=1
    fi
  done < <(find "$1" -name '*.jar' -print0)
  [ "$carried" -eq 0 ]
}

on_arm64() {
  local tree=$1 expected=$2 java
  shift 2
  mapfile -t java < <(packaged_java)
  in_place_arm64 "$tree" "${java[@]}" -jar /usr/lib/kashidashi/kiosk.jar "$@" >"$work/said" 2>&1 ||
    { cat "$work/said"; return 1; }
  cat "$work/said"
  grep -qE "$expected" "$work/said"
}

# The command by which the package makes its archive of classes on the board.
archive_is_made_on_arm64() {
  local tree=$1 words java
  dpkg-deb -e "$arm64_deb" "$work/arm64-scripts"
  read -r -d '' -a words < <(sed -n '/runtime\/bin\/java/,/\/dev\/null/p' "$work/arm64-scripts/postinst" |
    tr '\\' ' ' | sed 's,>/dev/null.*,,') || true
  printf '%s ' "${words[@]}"
  mapfile -t java < <(packaged_java)
  in_place_arm64 "$tree" "${words[@]}" || return 1
  in_place_arm64 "$tree" "${java[@]}" -Xshare:on -jar /usr/lib/kashidashi/kiosk.jar version
}

try_arm64() {
  local amd64=$work/amd64 arm64=$work/arm64
  dpkg-deb -x "$kiosk_deb" "$amd64"
  dpkg-deb -x "$arm64_deb" "$arm64"
  point "amd64: every native library is of amd64" is_for_machine 'Advanced Micro Devices X86-64' "$amd64"
  point "arm64: every native library is of arm64" is_for_machine AArch64 "$arm64"
  point "amd64: no native library in a jar" jars_are_plain "$amd64"
  point "arm64: no native library in a jar" jars_are_plain "$arm64"
  point "arm64: is started as on amd64" cmp "$amd64/usr/bin/kiosk" "$arm64/usr/bin/kiosk"
  # Without binfmt_misc no shell starts a program under emulation, so this is what the script starts.
  point "arm64: says its version" on_arm64 "$arm64" '^kiosk .*, Java 25' version
  point "arm64: a loan stays in its database" on_arm64 "$arm64" \
    'on aarch64, native libraries from /usr/lib/kashidashi/native: 0 loans waited, 3 were written, 3 wait$' \
    self-test --directory /state --loans 3
  # Two minutes and a half under emulation.
  [ -z "$long" ] || point "arm64: makes its archive of classes, and uses it" archive_is_made_on_arm64 "$arm64"
}
