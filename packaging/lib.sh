# Shell functions shared by the scripts of this folder; to be sourced.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }

# A JDK 25 is what everything here is built and run with.
is_jdk_25() { [ -x "$1/bin/javac" ] && "$1/bin/java" -version 2>&1 | grep -q '"25[."]'; }

find_jdk_25() {
  local home
  for home in "${JAVA_HOME:-/nonexistent}" /usr/lib/jvm/*; do
    if is_jdk_25 "$home"; then
      (cd "$home" && pwd -P)
      return 0
    fi
  done
  return 1
}

# Runs a command as root.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

# Installs Debian packages that are missing, after saying which and why.
install_packages() {
  local why=$1 missing=() package
  shift
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
      missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  say "Installing from Debian, $why: ${missing[*]}"
  as_root apt-get update -qq >/dev/null || return 1
  # The variable is set on the far side of sudo, which would drop it.
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    "${missing[@]}" >/dev/null
}

# Sets JAVA_HOME to a JDK 25 and makes sure that there is a Maven.
need_toolchain() {
  local home
  if ! home=$(find_jdk_25); then
    if ! apt-cache show openjdk-25-jdk-headless >/dev/null 2>&1; then
      as_root apt-get update -qq >/dev/null || say "The list of Debian's packages could not be renewed."
    fi
    if apt-cache show openjdk-25-jdk-headless >/dev/null 2>&1; then
      install_packages "to compile and run" openjdk-25-jdk-headless || true
    fi
    if ! home=$(find_jdk_25); then
      say "Please install a JDK 25 under /usr/lib/jvm or set JAVA_HOME to one: this Debian does not have it."
      exit 1
    fi
  fi
  export JAVA_HOME=$home
  export PATH=$JAVA_HOME/bin:$PATH
  command -v mvn >/dev/null || install_packages "to build" maven || true
  if ! command -v mvn >/dev/null; then
    say "Please install Maven 3.8 or later: this Debian does not have it."
    exit 1
  fi
  # Maven 3.8 uses what JDK 25 warns about; the warning is not about this project.
  export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
}

maven() { mvn --batch-mode --no-transfer-progress -f "$top/pom.xml" "$@"; }

# Builds the programs, unless nothing has changed since they were built.
need_programs() {
  local jar=$top/kiosk/target/kiosk.jar
  if [ -f "$jar" ] && [ -z "$(find "$top"/pom.xml "$top"/*/pom.xml "$top"/sync/central/pom.xml \
      "$top"/*/src/main "$top"/sync/central/src/main -newer "$jar" -print -quit)" ]; then
    return 0
  fi
  say "Building ..."
  local log
  log=$(mktemp)
  if ! maven -q -DskipTests -Dspotless.check.skip=true package >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    exit 1
  fi
  rm -f "$log"
  touch "$jar"
}

# A small machine: one collector thread, a small heap, no optimising compiler, invariants checked.
java_options="-XX:+UseSerialGC -Xmx64m -Xss512k -XX:TieredStopAtLevel=1 -ea \
--enable-native-access=ALL-UNNAMED -Djava.awt.headless=true"

kiosk() {
  # shellcheck disable=SC2086
  java $java_options -jar "$top/kiosk/target/kiosk.jar" "$@"
}

# Runs a main class out of the kiosk's test tree: proofs and benchmarks, which are not shipped.
kiosk_test() {
  if [ ! -d "$top/kiosk/target/test-classes" ] || [ ! -f "$top/kiosk/target/kiosk.jar" ]; then
    need_programs
    maven -q -o test-compile >&2
  fi
  java -ea --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -Dkashidashi.top="$top" \
    -Dkashidashi.java.options="$java_options" \
    -cp "$top/kiosk/target/test-classes:$top/hal/target/test-classes:$top/sync/target/test-classes:$top/kiosk/target/kiosk.jar:$top/kiosk/target/lib/*" "$@"
}
