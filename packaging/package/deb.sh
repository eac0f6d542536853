# Puts the packages together; to be sourced after the other files of this folder.

package_sources=$top/packaging/package

# 0.1.0-SNAPSHOT sorts before 0.1.0 for Maven, 0.1.0~snapshot does so for Debian.
project_version() {
  if [ -n "${KASHIDASHI_PACKAGE_VERSION:-}" ]; then
    printf '%s\n' "$KASHIDASHI_PACKAGE_VERSION"
  else
    sed -n '/<version>/{s,.*<version>\(.*\)</version>.*,\1,;s/-SNAPSHOT/~snapshot/;p;q}' "$top/pom.xml"
  fi
}

project_time() {
  date --date="$(sed -n 's,.*<project.build.outputTimestamp>\(.*\)</.*,\1,p' "$top/pom.xml")" +%s
}

# How many scripts have changed the kiosk's tables: the version in its database.
schema_version() {
  find "$top/sync/src/main/resources/org/kashidashi/sync/store" -name 'V*__*.sql' | wc -l
}

# The packages of Debian trixie in which the libraries are that a tree's own need.
native_depends() {
  local tree=$1 needed own
  needed=$(find "$tree" -type f \( -name '*.so' -o -name java -o -name jspawnhelper \) \
    -exec readelf -d {} + 2>/dev/null | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | sort -u)
  own=$(find "$tree" -name '*.so' -printf '%f\n')
  # Opened by name, not linked.
  printf '%s\n' libpcsclite1 libfreetype6
  local library
  for library in $needed; do
    case "$library" in
      libc.so.6 | libm.so.6 | libdl.so.2 | libpthread.so.0 | librt.so.1) echo 'libc6 (>= 2.36)' ;;
      ld-linux-*) ;;
      libpcsclite.so.1) echo libpcsclite1 ;;
      libz.so.1) echo zlib1g ;;
      libgcc_s.so.1) echo libgcc-s1 ;;
      libstdc++.so.6) echo libstdc++6 ;;
      libfreetype.so.6) echo libfreetype6 ;;
      # Pi4J brings its own, as libgpiod.so, and loads it first.
      libgpiod.so.2) ;;
      *)
        if ! grep -qxF "$library" <<<"$own"; then
          say "no package is known to have $library; name it in packaging/package/deb.sh"
          return 1
        fi
        ;;
    esac
  done
}

comma_separated() { LC_ALL=C sort -u | paste -sd, | sed 's/,/, /g'; }

# Replaces the @NAMES@ of a text by what the caller has set.
fill_in() {
  sed -e "s/@VERSION@/$version/g" -e "s/@ARCHITECTURE@/${architecture:-all}/g" \
    -e "s/@SIZE@/${size:-0}/g" -e "s/@SCHEMA@/${schema:-0}/g" \
    -e "s/@NATIVE_DEPENDS@/${depends:-}/g" "$1"
}

put() { install -D --mode="$1" "$2" "$stage/$3"; }

# What Debian asks of each package, and the documents.
put_documents() {
  local name=$1 documents=$stage/usr/share/doc/$1
  shift
  mkdir -p "$documents"
  {
    printf '%s (%s) unstable; urgency=medium\n\n' "$name" "$version"
    printf '  * See changelog.md.\n\n'
    printf ' -- Kashidashi developers <kashidashi@library.example>  %s\n' \
      "$(LC_ALL=C date --utc --rfc-email --date="@$SOURCE_DATE_EPOCH")"
  } | gzip -9n >"$documents/changelog.gz"
  chmod 644 "$documents/changelog.gz"
  install --mode=644 "$package_sources/copyright.$name" "$documents/copyright"
  local document
  for document in "$@"; do
    install --mode=644 "$document" "$documents/"
  done
  install -D --mode=644 "$package_sources/$( [ "$name" = kashidashi ] && echo kiosk || echo central )/lintian-overrides" \
    "$stage/usr/share/lintian/overrides/$name"
}

# Turns the staged tree into a package.
pack() {
  local name=$1 source=$2 script
  deb=$output/${name}_${version}_${architecture:-all}.deb
  find "$stage" -type d -exec chmod 755 {} +
  # The JDK that builds may keep its files to itself.
  find "$stage" -type f -perm /111 -exec chmod 755 {} +
  find "$stage" -type f ! -perm /111 -exec chmod 644 {} +
  size=$(du -sk --apparent-size "$stage" | cut -f1)
  mkdir -p "$stage/DEBIAN"
  fill_in "$source/control" >"$stage/DEBIAN/control"
  if [ -d "$stage/etc" ]; then
    (cd "$stage" && find etc -type f -printf '/%p\n' | LC_ALL=C sort) >"$stage/DEBIAN/conffiles"
  fi
  (cd "$stage" && find usr etc -type f -print0 2>/dev/null | LC_ALL=C sort -z | xargs -0 md5sum) \
    >"$stage/DEBIAN/md5sums"
  for script in preinst postinst prerm postrm; do
    if [ -f "$source/$script" ]; then
      fill_in "$source/$script" >"$stage/DEBIAN/$script"
      chmod 755 "$stage/DEBIAN/$script"
    fi
  done
  find "$stage" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
  dpkg-deb --root-owner-group -Zxz -z3 --build "$stage" "$deb" >/dev/null
}

# Stages what runs: jars, native libraries, the runtime and its options.
stage_program() {
  local architecture=$1 library=$stage/usr/lib/kashidashi
  rm -rf "$stage"
  mkdir -p "$library"
  lay_out_jars "$architecture" "$top/kiosk/target/lib" "$library/lib" "$library/native"
  cp "$top/kiosk/target/kiosk.jar" "$library/"
  chmod 644 "$library"/*.jar "$library"/lib/*.jar "$library"/native/*
  link_runtime "$architecture" "$library/runtime" "$library/kiosk.jar" "$library"/lib/*.jar
  put 644 "$package_sources/java.options" usr/lib/kashidashi/java.options
  put 644 "$package_sources/console.options" usr/lib/kashidashi/console.options
}

build_kiosk() {
  local architecture=$1 source=$package_sources/kiosk schema depends size unit
  stage=$output/$architecture
  stage_program "$architecture"
  put 755 "$source/after-failures" usr/lib/kashidashi/after-failures
  put 755 "$source/console-line" usr/lib/kashidashi/console-line
  put 755 "$source/factory-reset" usr/lib/kashidashi/factory-reset
  put 755 "$source/kiosk" usr/bin/kiosk
  for unit in "$source"/*.service "$source"/*.mount "$source"/*.slice "$source"/*.target; do
    put 644 "$unit" "usr/lib/systemd/system/$(basename "$unit")"
  done
  put 644 "$source/preset" usr/lib/systemd/system-preset/60-kashidashi.preset
  put 644 "$source/sysusers.conf" usr/lib/sysusers.d/kashidashi.conf
  put 644 "$source/tmpfiles.conf" usr/lib/tmpfiles.d/kashidashi.conf
  put 644 "$source/sysctl.conf" usr/lib/sysctl.d/60-kashidashi.conf
  put 644 "$source/udev.rules" usr/lib/udev/rules.d/60-kashidashi.rules
  put 644 "$source/udev-late.rules" usr/lib/udev/rules.d/90-kashidashi.rules
  put 644 "$source/modprobe.conf" usr/lib/modprobe.d/kashidashi.conf
  put 644 "$source/polkit.rules" usr/share/polkit-1/rules.d/60-kashidashi.rules
  put 644 "$source/journald.conf" usr/lib/systemd/journald.conf.d/60-kashidashi.conf
  put 644 "$source/logind.conf" usr/lib/systemd/logind.conf.d/60-kashidashi.conf
  put 644 "$source/manager.conf" usr/lib/systemd/system.conf.d/60-kashidashi.conf
  put 644 "$top/packaging/examples/kiosk.toml" etc/kashidashi/kiosk.toml
  put_documents kashidashi "$top"/packaging/docs/*.md "$top/packaging/docs/authority.openapi.json"
  mkdir -p "$stage/usr/share/doc/kashidashi/examples"
  install --mode=644 "$top"/packaging/examples/kiosk*.toml "$stage/usr/share/doc/kashidashi/examples/"
  schema=$(schema_version)
  depends=$(native_depends "$stage/usr/lib/kashidashi" | comma_separated)
  make_cache "$architecture"
  pack kashidashi "$source"
}

build_central() {
  local architecture=all source=$package_sources/central size
  stage=$output/all
  rm -rf "$stage"
  local library=$stage/usr/lib/kashidashi-central unit
  mkdir -p "$library"
  # One package for all: it carries SQLite's library for both architectures that are tried.
  lay_out_jars amd64 "$top/sync/central/target/lib" "$library/lib" "$library/native-x86_64"
  lay_out_jars arm64 "$top/sync/central/target/lib" "$library/lib" "$library/native-aarch64"
  cp "$top/sync/central/target/central.jar" "$library/"
  put 755 "$source/kashidashi-central" usr/bin/kashidashi-central
  put 755 "$source/nightly-backup" usr/lib/kashidashi-central/nightly-backup
  for unit in "$source"/*.service "$source"/*.timer; do
    put 644 "$unit" "usr/lib/systemd/system/$(basename "$unit")"
  done
  put 644 "$source/sysusers.conf" usr/lib/sysusers.d/kashidashi-central.conf
  put 644 "$source/central.toml" etc/kashidashi-central/central.toml
  put_documents kashidashi-central "$top/sync/central/README.md" \
    "$top/packaging/docs/authority.openapi.json" "$top/packaging/docs/notices.md"
  mkdir -p "$stage/usr/share/doc/kashidashi-central/examples"
  install --mode=644 "$top"/packaging/examples/central-*.toml \
    "$stage/usr/share/doc/kashidashi-central/examples/"
  pack kashidashi-central "$source"
}
