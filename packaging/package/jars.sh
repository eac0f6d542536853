# Lays out jars without the native libraries that they carry; to be sourced after runtime.sh.

# Packs a jar anew without some of its entries: the same bytes each time.
jar_without() {
  local from=$1 to=$2 work
  shift 2
  work=$(mktemp -d)
  unzip -qq "$from" -d "$work"
  # shellcheck disable=SC2068 # patterns are wanted
  (cd "$work" && rm -rf $@)
  # Sections of single entries are for signatures alone, and a thousand kilobytes of them are read and
  # kept by every program that loads one class of Bouncy Castle's.
  sed -i '/^\r*$/q' "$work/META-INF/MANIFEST.MF"
  find "$work" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
  rm -f "$to"
  # The manifest comes first, as readers of streams expect; no owner, no times of this machine.
  (cd "$work" && {
    echo META-INF/MANIFEST.MF
    find . -type f ! -path ./META-INF/MANIFEST.MF | sed 's,^\./,,' | LC_ALL=C sort
  } | TZ=UTC zip -q -X -9 "$to" -@)
  rm -rf "$work"
}

# The folders of an architecture in the jars that carry native libraries.
native_folder() {
  case "$1/$2" in
    sqlite/amd64) echo org/sqlite/native/Linux/x86_64 ;;
    sqlite/arm64) echo org/sqlite/native/Linux/aarch64 ;;
    serial/amd64) echo Linux/x86_64 ;;
    serial/arm64) echo Linux/armv8_64 ;;
  esac
}

# Takes one native library out of a jar.
extract_native() {
  local jar=$1 entry=$2 into=$3
  mkdir -p "$into"
  if ! unzip -qqoj "$jar" "$entry" -d "$into"; then
    say "$(basename "$jar") has no $entry; has the library been renewed?"
    return 1
  fi
}

# Copies a program's jars; native libraries of one architecture go into a folder of their own.
lay_out_jars() {
  local architecture=$1 from=$2 jars=$3 native=$4 jar
  mkdir -p "$jars" "$native"
  for jar in "$from"/*.jar; do
    case "$(basename "$jar")" in
      sqlite-jdbc-*)
        extract_native "$jar" "$(native_folder sqlite "$architecture")/libsqlitejdbc.so" "$native"
        jar_without "$jar" "$jars/$(basename "$jar")" org/sqlite/native
        ;;
      jSerialComm-*)
        extract_native "$jar" "$(native_folder serial "$architecture")/libjSerialComm.so" "$native"
        jar_without "$jar" "$jars/$(basename "$jar")" \
          Android FreeBSD Linux OpenBSD OSX Solaris Windows
        ;;
      bcprov-*)
        # Classes of signed jars stay out of the archive. Nothing here asks for this signature: the
        # library is called directly and is no provider of the JDK's.
        jar_without "$jar" "$jars/$(basename "$jar")" META-INF/BC*.SF META-INF/BC*.DSA META-INF/BC*.RSA
        ;;
      pi4j-library-*)
        # Boards with these pins are arm64; elsewhere the class path names what is not there.
        if [ "$architecture" = arm64 ]; then
          case "$(basename "$jar")" in
            pi4j-library-gpiod-*)
              extract_native "$jar" lib/aarch64/pi4j-gpiod/libgpiod.so "$native"
              extract_native "$jar" lib/aarch64/pi4j-gpiod/libpi4j-gpiod.so "$native"
              install_packages "to make smaller what runs on arm64" binutils-aarch64-linux-gnu
              aarch64-linux-gnu-strip --strip-unneeded "$native"/lib{,pi4j-}gpiod.so
              ;;
          esac
        fi
        jar_without "$jar" "$jars/$(basename "$jar")" lib
        ;;
      *)
        cp "$jar" "$jars/"
        ;;
    esac
  done
}
