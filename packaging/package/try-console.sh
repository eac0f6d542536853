# Tries the scripts beneath the technician's console; to be sourced by test-deb, which has point.

# A folder of programs that only tell how they were called.
console_programs() {
  mkdir -p "$work/programs"
  # shellcheck disable=SC2016
  printf '#!/bin/sh\necho "$(basename "$0") $*"\n' >"$work/programs/stty"
  # shellcheck disable=SC2016
  printf '#!/bin/sh\ncase "$1" in\nis-*) grep -qs "$3" %s/desks ;;\nlist-units) cat %s/running 2>/dev/null || true ;;\n*) echo "systemctl $*" >>%s/ordered ;;\nesac\n' \
    "$work" "$work" "$work" >"$work/programs/systemctl"
  printf '#!/bin/sh\necho 997\n' >"$work/programs/id"
  chmod +x "$work"/programs/*
}

# A machine with a PC's first connector, and a USB adapter.
console_devices() {
  local adapter=$work/sys/devices/usb1/1-1
  mkdir -p "$work"/sys/class/tty/{ttyS0,ttyUSB0} "$adapter/1-1:1.0/ttyUSB0"
  echo 0 >"$work/sys/class/tty/ttyS0/io_type"
  echo 0403 >"$adapter/idVendor"
  echo 6001 >"$adapter/idProduct"
  ln -sfn "$adapter/1-1:1.0/ttyUSB0" "$work/sys/class/tty/ttyUSB0/device"
}

# Whether a line is served under a configuration, and set as it should be.
line_is() {
  local expected=$1 name=$2 said=''
  printf '%b' "$3" >"$work/console.toml"
  : >"$work/ordered"
  said=$(env PATH="$work/programs:$PATH" KASHIDASHI_CONFIGURATION="$work/console.toml" \
    KASHIDASHI_SYSFS="$work/sys" sh "$package_sources/kiosk/console-line" "$name")
  said+=$(cat "$work/ordered")
  echo "$name: $said"
  case "$expected" in
    left) [ -z "$said" ] ;;
    *) grep -q " $expected\$" <<<"${said%%systemctl*}" &&
      grep -q "start kashidashi-console@$name.service" <<<"$said" ;;
  esac
}

# Said, and not started.
not_begun() {
  line_is any "$1" "$2" || true
  ! grep -q start "$work/ordered"
}
desk_keeps() { not_begun "$1" '[console]\nlines = ["ttyS1"]\n'; }

# The eraser with the data elsewhere, on a device of the test.
erase() { env PATH="$work/programs:$PATH" sh "$work/factory-reset" "$@"; }
secrets() { sync && grep -ac SECRET "$work/medium"; }

# A medium full of what must go, with a file system whose identity must stay.
fill_medium() {
  yes SECRET | head -c 40M >"$work/medium"
  mkfs.ext4 -q -F -E nodiscard -L kashidashi "$work/medium"
  identity=$(blkid -p -s UUID -o value "$work/medium")
  device=$(losetup --find --show "$work/medium")
  mount "$device" "$work/data"
}
free_medium() {
  umount "$work/data" 2>/dev/null || true
  losetup --detach "$device"
}
is_anew() {
  [ "$(secrets)" -eq 0 ] && [ "$(blkid -p -s UUID -o value "$work/medium")" = "$identity" ] &&
    e2fsck -fn "$work/medium" && grep -q 'start reboot.target' "$work/ordered"
}

erases_whole() {
  fill_medium
  : >"$work/ordered"
  [ "$(secrets)" -gt 0 ] && erase tty-none && is_anew && ! grep -q 'reset@' "$work/ordered"
  local result=$?
  free_medium
  return $result
}

# The power is cut where a program is called with these words.
finishes_after_cut() {
  local program=$1 words=$2 result
  fill_medium
  : >"$work/ordered"
  # shellcheck disable=SC2016
  printf '#!/bin/sh\ncase "$*" in\n  %s)\n    %s\n    kill -9 "$PPID"\n    exit\n    ;;\nesac\nexec %s "$@"\n' \
    "$words" "$3" "$(command -v "$program")" >"$work/programs/$program"
  chmod +x "$work/programs/$program"
  erase tty-none || true
  rm "$work/programs/$program"
  ! grep -q reboot "$work/ordered" && erase --begun "${device#/dev/}" && ! mountpoint -q "$work/data" &&
    erase --finish "${device#/dev/}" && is_anew && ! erase --begun "${device#/dev/}"
  result=$?
  free_medium
  return $result
}

leaves_devices_of_others() {
  local result=0
  fill_medium
  erase --finish "${device#/dev/}" && result=1
  [ "$(secrets)" -gt 0 ] || result=1
  free_medium
  return $result
}

units_are_sound() {
  local units=$work/units unit
  mkdir -p "$units"
  # What runs is another test's; here it only has to be there.
  for unit in "$package_sources"/kiosk/*.{service,mount,target}; do
    sed 's/^ExecStart=.*/ExecStart=\/bin\/true/; /^  -jar/d' "$unit" >"$units/$(basename "$unit")"
  done
  for unit in console line reset; do
    cp "$units/kashidashi-$unit@.service" "$units/kashidashi-$unit@ttyS0.service"
  done
  SYSTEMD_UNIT_PATH=$units:/usr/lib/systemd/system systemd-analyze verify --man=no \
    "$units"/kashidashi-*@ttyS0.service "$units/kashidashi-stick.target" "$units"/run-*.mount
}

try_console() {
  console_programs
  console_devices
  mkdir -p "$work/data"
  sed "s#^place=.*#place=$work/data#" "$package_sources/kiosk/factory-reset" >"$work/factory-reset"
  point "units of the console are sound" units_are_sound
  point "a line is a console's without a setting; its carrier counts" line_is -clocal ttyS0 '[kiosk]\n'
  point "a line that is not named is not opened" line_is left ttyUSB0 '[kiosk]\n'
  point "a named line is a console's" line_is clocal ttyS1 '[console]\nlines = [ # "ttyS2"\n "ttyS1" ]\n'
  point "a named adapter is a console's" line_is clocal ttyUSB0 'console.lines = ["0403:6001"]\n'
  point "a line in a comment is none" line_is left ttyS2 '[console]\nlines = [ # "ttyS2"\n "ttyS1" ]\n'
  printf 'console = { lines = ["ttyS1"] }\n' >"$work/library.toml"
  printf '[console]\nlines = ["ttyS7"]\n' >"$work/branch.toml"
  point "a line that is named in an inline table" line_is clocal ttyS1 'console = { lines = ["ttyS1"] }\n'
  point "a line that another file names, which is inherited" \
    line_is clocal ttyS1 'inherit = ["library.toml"]\n[kiosk]\n'
  point "the nearest of inherited files counts" \
    line_is left ttyS1 'inherit = ["library.toml", "branch.toml"]\n[kiosk]\n'
  point "the usual lines are left where an inherited file names others" \
    line_is left ttyS0 'inherit = ["library.toml"]\n[kiosk]\n'
  echo kashidashi-counter@ttyS1.service >"$work/desks"
  point "a counter desk keeps its terminal" desk_keeps ttyS1
  rm "$work/desks"
  printf 'one\ntwo\n' >"$work/running"
  point "a third console is not begun on an adapter" \
    not_begun ttyUSB0 'console.lines = ["0403:6001"]\n'
  rm "$work/running"
  point "no line at all" line_is left ttyS0 '[console]\nlines = []\n[other]\nlines = ["ttyS0"]\n'
  point "a reset leaves nothing, and the file system's identity" erases_whole
  point "a reset that is cut while it overwrites is finished" \
    finishes_after_cut dd '*bs=4194304*' ':'
  point "a reset that is cut before the new file system is finished" \
    finishes_after_cut mkfs.ext4 '*' 'for last; do :; done; dd if=/dev/zero of="$last" bs=64k count=1 conv=notrunc status=none'
  point "a device without a mark is left alone" leaves_devices_of_others
}
