# Makes the Java runtime that a package carries; to be sourced after lib.sh.

# Needed at run time without being named in a class file: Japanese dates and numbers, and what
# libraries look for by name.
additional_modules=jdk.localedata,jdk.unsupported,java.smartcardio

# Named in class files, and never loaded: nothing of a kiosk draws with Java's toolkit for windows.
unused_module=java.desktop

cache=${XDG_CACHE_HOME:-$HOME/.cache}/kashidashi

# The modules that the given jars name in their class files.
modules_of() {
  local classes jar
  classes=$(mktemp -d)
  for jar in "$@"; do
    unzip -qqo "$jar" '*.class' -d "$classes" || [ $? -eq 11 ]
  done
  # As one heap of classes: half of the libraries are modules, the others are none.
  find "$classes" -name module-info.class -delete
  "$JAVA_HOME/bin/jdeps" --multi-release 25 --ignore-missing-deps --print-module-deps "$classes"
  rm -rf "$classes"
}

# Where Debian's packages come from, as this machine is told.
debian_mirror() {
  local mirror
  mirror=$(sed -n 's/^URIs:[[:space:]]*\([^[:space:]]*\).*/\1/p; s/^deb[[:space:]]\(\[[^]]*\][[:space:]]*\)\{0,1\}\([^[:space:]]*\).*/\2/p' \
    /etc/apt/sources.list /etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list 2>/dev/null |
    grep -E '/debian/?$' | head -n 1)
  if [ -z "$mirror" ]; then
    say "No mirror of Debian is named in /etc/apt, and the packages for arm64 come from there."
    return 1
  fi
  printf '%s\n' "$mirror"
}

# Fetches packages of Debian trixie for arm64 and unpacks them under a directory. The apt of this
# is its own: the machine's is neither asked nor changed.
fetch_arm64() {
  local into=$1 root=$cache/apt-arm64 mirror
  shift
  mirror=$(debian_mirror)
  mkdir -p "$root"/{state,lists/partial,archives/partial,parts} "$into"
  : >"$root/state/status"
  printf 'deb [arch=arm64 signed-by=%s] %s trixie main\n' \
    /usr/share/keyrings/debian-archive-keyring.gpg "$mirror" >"$root/sources.list"
  cat >"$root/apt.conf" <<CONF
Dir::State "$root/state";
Dir::State::Lists "$root/lists";
Dir::State::status "$root/state/status";
Dir::Cache "$root";
Dir::Cache::archives "$root/archives";
Dir::Etc::SourceList "$root/sources.list";
Dir::Etc::SourceParts "/dev/null";
Dir::Etc::PreferencesParts "/dev/null";
APT::Architecture "arm64";
APT::Architectures { "arm64"; };
APT::Sandbox::User "";
CONF
  (
    cd "$root/archives"
    export APT_CONFIG=$root/apt.conf
    apt-get -qq update >&2
    local package file
    for package in "$@"; do
      rm -f "$package"_*.deb
      apt-get -qq download "$package" >&2
      for file in "$package"_*.deb; do
        dpkg-deb -x "$file" "$into"
      done
    done
  )
}

# The folder of arm64's jmods, of the same version as the JDK that links them.
arm64_jmods() {
  local own other jdk=$cache/jdk-arm64
  own=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$JAVA_HOME/release")
  for attempt in kept fetched; do
    other=$(cat "$jdk/version" 2>/dev/null || true)
    if [ "$other" = "$own" ]; then
      find "$jdk" -name java.base.jmod -printf '%h\n' -quit
      return 0
    fi
    [ "$attempt" = kept ] || break
    say "Fetching the JDK for arm64 from Debian trixie ..."
    rm -rf "$jdk"
    fetch_arm64 "$jdk" openjdk-25-jdk-headless
    local modules
    modules=$(find "$jdk" -name java.base.jmod -print -quit)
    "$JAVA_HOME/bin/jmod" describe "$modules" | sed -n '1s/.*@\([0-9.]*\).*/\1/p' >"$jdk/version"
  done
  say "jlink is of Java $own and Debian's modules for arm64 are of $other; jlink needs the same version."
  return 1
}

# Links a runtime for an architecture into a directory that is not there yet.
link_runtime() {
  local architecture=$1 into=$2 jars=("${@:3}") options=() strip=strip modules jmods
  if [ "$architecture" = arm64 ]; then
    install_packages "to make smaller what runs on arm64" binutils-aarch64-linux-gnu
    jmods=$(arm64_jmods)
    options=(--module-path "$jmods")
    strip=aarch64-linux-gnu-strip
  fi
  modules=$(modules_of "${jars[@]}" | tr ',' '\n' | grep -vxF "$unused_module" | paste -sd,)
  "$JAVA_HOME/bin/jlink" "${options[@]}" --add-modules "$modules,$additional_modules" \
    --strip-java-debug-attributes --no-header-files --no-man-pages --include-locales=en,ja \
    --compress zip-6 --output "$into"
  # Programs of the JDK that nobody here runs.
  find "$into/bin" -type f ! -name java -delete
  rm -f "$into/lib/jexec"
  find "$into" -type f \( -name '*.so' -o -path '*/bin/*' -o -name jspawnhelper \) \
    -exec "$strip" --strip-unneeded {} +
}
