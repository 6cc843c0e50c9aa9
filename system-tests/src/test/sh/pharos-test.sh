#!/usr/bin/env bash
# Tests of ./pharos itself: what it says when a tool is missing, what it passes on, when it builds.
# Each test has a folder with a copy of the script and fake tools; nothing real is built or started.
set -u
script=$(cd "$(dirname "$0")/../../../.." && pwd)/pharos
work=$(mktemp -d "${TMPDIR:-/tmp}/pharos-test.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

tool() { # path, body
  mkdir -p "$(dirname "$1")"
  printf '#!/bin/bash\n%s\n' "$2" >"$1"
  chmod +x "$1"
}

jdk() { # home, version: a JDK that unpacks, trains, and tells what it was started with
  mkdir -p "$1/bin"
  printf 'JAVA_VERSION="%s"\n' "$2" >"$1/release"
  tool "$1/bin/javac" ''
  # shellcheck disable=SC2016 # expanded when the tool runs
  tool "$1/bin/java" 'case "$*" in
    *-Djarmode=tools*) while [ "$1" != --destination ]; do shift; done; mkdir -p "$2"; : >"$2/pharos.jar" ;;
    *AOTCacheOutput*) [ -z "${FAKE_AOT_FAILS:-}" ] || exit 9
      for option; do case $option in -XX:AOTCacheOutput=*) echo cache >"${option#*=}" ;; esac; done ;;
    *) [ -z "${FAKE_WAITS:-}" ] || { echo "$$" >"$FAKE_WAITS"; exec sleep 30; }
      shift; printf "%s\n" "$@"; exit "${FAKE_EXIT:-0}" ;;
  esac'
}

fresh() { # a tree of its own, all tools there
  here=$work/$((passed + failed))-tree
  mkdir -p "$here/tree/platform/src/main/java" "$here/home" "$here/bin" "$here/jvm"
  cp "$script" "$here/tree/pharos"
  echo one >"$here/tree/platform/src/main/java/A.java"
  : >"$here/tree/jvm.options"
  : >"$here/tree/pom.xml"
  local name path
  for name in awk bash basename cat chmod cksum date dirname env find grep head id kill ls mkdir mktemp mv printf pwd \
    readlink rm sed sleep sort tail touch tr uname; do
    path=$(type -P "$name") && ln -s "$path" "$here/bin/$name"
  done
  jdk "$here/jvm/some-25-jdk" 25.0.1
  # shellcheck disable=SC2016
  tool "$here/bin/mvn" 'case "$*" in
    -version) echo "Apache Maven 3.9.9 (abc)" ;;
    *) echo "$*" >>"$FAKE_LOG"; sleep 0.2; [ -z "${FAKE_MVN_FAILS:-}" ] || { echo "[ERROR] it broke"; exit 1; }
      mkdir -p "$FAKE_TREE/platform/target"; : >"$FAKE_TREE/platform/target/platform-1-app.jar" ;;
  esac'
  tool "$here/bin/node" 'echo v20.19.0'
  tool "$here/bin/npm" ''
  : >"$here/builds"
}

pharos() { # arguments; sets out, err, status
  env -i HOME="$here/home" PATH="$here/bin" PHAROS_JVM_DIRS="$here/jvm" FAKE_LOG="$here/builds" FAKE_TREE="$here/tree" \
    ${with[@]+"${with[@]}"} bash "$here/tree/pharos" "$@" >"$here/out" 2>"$here/err" </dev/null
  status=$?
  out=$(cat "$here/out")
  err=$(cat "$here/err")
}

check() { # name, condition...
  local name=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED: %s\n  status %s\n  out: %s\n  err: %s\n' "$name" "$status" "$out" "$err"
  fi
}

refuses() { # status, text that the one line of stderr holds
  [ "$status" = "$1" ] && [ -z "$out" ] && [ "$(printf '%s\n' "$err" | wc -l | tr -d ' ')" = 1 ] && contains "$err" "$2"
}
contains() { case $1 in *"$2"*) return 0 ;; *) return 1 ;; esac; }
builds() { [ "$(wc -l <"$here/builds" | tr -d ' ')" = "$1" ]; }
with=()

# --- help and wrong usage need no tools
fresh; rm -rf "$here/jvm" "$here/bin/mvn" "$here/bin/node"
pharos --help; check 'explains itself' contains "$out" 'run        start Pharos'
check 'explains itself with status 0' [ "$status" = 0 ]
for command in run build test format bench replay; do
  pharos $command --help
  check "explains $command" contains "$out" "./pharos $command"
done
pharos; check 'explains itself on stderr when nothing is asked' contains "$err" './pharos COMMAND'
check 'takes no command for wrong usage' [ "$status" = 2 ]
pharos dance; check 'refuses an unknown command' refuses 2 "no command 'dance'"
pharos build --quickly; check 'refuses an unknown option' refuses 2 '--quickly'
pharos run --port; check 'refuses an option without its value' refuses 2 '--port needs a value'
pharos test --module nothing; check 'refuses an unknown module' refuses 2 'no module nothing'

# --- each missing tool is one line
fresh; rm -rf "$here/jvm"
pharos run; check 'says that there is no JDK' refuses 3 'JDK 25 is missing'
fresh; mv "$here/jvm/some-25-jdk" "$here/jvm/jdk-250"; printf 'JAVA_VERSION="24.0.2"\n' >"$here/jvm/jdk-250/release"
pharos build; check 'does not take a JDK 24 for a 25' refuses 3 'JDK 25 is missing'
fresh; rm "$here/jvm/some-25-jdk/bin/javac"
pharos run; check 'does not take a JRE for a JDK' refuses 3 'JDK 25 is missing'
fresh; with=("PHAROS_JAVA_HOME=$here/nowhere")
pharos run; check 'refuses a wrong PHAROS_JAVA_HOME' refuses 3 "PHAROS_JAVA_HOME=$here/nowhere is not a JDK 25"
with=()
fresh; rm "$here/bin/mvn"
pharos run; check 'says that there is no Maven' refuses 3 'Maven (3.8 or newer) is missing'
fresh; tool "$here/bin/mvn" 'echo "Apache Maven 3.6.3"'
pharos build; check 'says that Maven is old' refuses 3 'found 3.6.3'
fresh; tool "$here/bin/mvn" 'exit 1'
pharos build; check 'says that Maven does not start' refuses 3 'found one that does not start'
fresh; rm "$here/bin/node"
pharos test; check 'says that there is no Node' refuses 3 'Node.js (20.19 or newer, with npm) is missing'
fresh; rm "$here/bin/npm"
pharos build; check 'says that there is no npm' refuses 3 'Node.js (20.19 or newer, with npm) is missing'
fresh; tool "$here/bin/node" 'echo v18.20.4'
pharos run; check 'says that Node is old' refuses 3 'found 18.20.4'
fresh; tool "$here/bin/node" 'echo v20.9.0'
pharos run; check 'knows that 20.9 is older than 20.19' refuses 3 'found 20.9.0'

# --- where it finds a JDK
fresh; mv "$here/jvm/some-25-jdk" "$here/elsewhere"; with=("JAVA_HOME=$here/elsewhere")
pharos run; check 'takes JAVA_HOME' [ "$status" = 0 ]
with=()
fresh; mv "$here/jvm/some-25-jdk" "$here/elsewhere"; jdk "$here/jvm/other-17" 17.0.1
tool "$here/bin/java" "echo '    java.home = $here/elsewhere' >&2"
pharos run; check 'takes the java on the PATH' [ "$status" = 0 ]
fresh; jdk "$here/seventeen" 17.0.2; with=("JAVA_HOME=$here/seventeen")
pharos run; check 'passes by a JAVA_HOME that is another version' [ "$status" = 0 ]
with=()

# --- when it builds
fresh
pharos run; check 'builds before the first start' builds 1
pharos run; check 'does not build twice' builds 1
pharos build; check 'says that nothing is stale' contains "$err" 'up to date'
pharos build --force; check 'builds when forced' builds 2
sleep 1; echo two >"$here/tree/platform/src/main/java/A.java"
pharos run; check 'builds after a change' builds 3
rm "$here/tree/platform/src/main/java/A.java"
pharos run; check 'builds after a removal' builds 4
jdk "$here/jvm/some-25-jdk" 25.0.2
pharos run; check 'builds for another JDK' builds 5
rm -rf "$here/tree/platform/target"
pharos run; check 'builds after the target was removed' builds 6
sleep 1; echo three >"$here/tree/platform/src/main/java/B.java"
with=(PHAROS_SKIP_BUILD=1); pharos run; check 'does not build when told so' builds 6
with=(FAKE_MVN_FAILS=1); pharos run; check 'fails when the build fails' [ "$status" = 1 ]
check 'shows why the build failed' contains "$err" 'it broke'
with=(); pharos run; check 'builds again after a failure' builds 8
rm -f "$here/bin/mvn" "$here/bin/node"; pharos run; check 'starts what is fresh without Maven and Node' [ "$status" = 0 ]

fresh
for i in 1 2 3; do (pharos run; exit "$status") & pids[i]=$!; done
status=0
for i in 1 2 3; do wait "${pids[i]}" || status=1; done
check 'starts three at once' [ "$status" = 0 ]
check 'builds once for three at once' builds 1
mkdir -p "$here/tree/target/pharos/lock"; echo 99999999 >"$here/tree/target/pharos/lock/owner"
pharos build --force; check 'takes the lock of a build that was killed' builds 2

# --- what it passes on
fresh
with=('PHAROS_JAVA_OPTS=-Xmx1g -Xms1g')
pharos run --port 81 --data 'my data' --roles=a,b --list-roles --x.y='1 2'
check 'passes the options on' contains "$out" "io.pharos.platform.PharosApplication
--port=81
--data=my data
--roles=a,b
--list-roles
--x.y=1 2"
check 'passes the options of the JVM on' contains "$out" "-Xmx1g
-Xms1g"
check 'uses the trained cache' contains "$out" "-XX:AOTCache=$here/tree/platform/target/app/pharos.aot"
with=(PHAROS_AOT=off); pharos run; check 'leaves the cache when told so' [ "${out#*AOTCache}" = "$out" ]
with=(FAKE_AOT_FAILS=1); pharos build --force; with=()
check 'builds without a cache when training fails' [ "$status" = 0 ]
pharos run; check 'starts without a cache' contains "$out" 'io.pharos.platform.PharosApplication'
pharos replay --from 3; check 'starts other classes of the application' contains "$out" "io.pharos.platform.replay.ReplayCommand
--from
3"
with=(FAKE_EXIT=7); pharos run; check "gives Java's exit status" [ "$status" = 7 ]
with=()

# --- the tests' summary, and what was left out (on macOS a browser may stand in /Applications)
fresh
tool "$here/bin/id" 'echo 1000'
tool "$here/tree/system-tests/src/test/sh/pharos-test.sh" ''
reports=$here/tree/core/target/surefire-reports
# shellcheck disable=SC2016
tool "$here/bin/mvn" 'case "$*" in
  -version) echo "Apache Maven 3.9.9" ;;
  *verify*) mkdir -p "$FAKE_REPORTS" "${FAKE_REPORTS/surefire/failsafe}"
    echo "<testsuite name=\"a\" tests=\"12\" errors=\"0\" skipped=\"1\" failures=\"2\">" >"$FAKE_REPORTS/TEST-a.xml"
    { echo "<testsuite name=\"b\" tests=\"3\" errors=\"1\" skipped=\"0\" failures=\"0\">"
      echo "  <testcase name=\"opens\" classname=\"B\" time=\"1\">"
      echo "    <error message=\"no answer\" type=\"E\">no answer</error>"
    } >"${FAKE_REPORTS/surefire/failsafe}/TEST-b.xml"
    exit "${FAKE_EXIT:-0}" ;;
  *) mkdir -p "$FAKE_TREE/platform/target"; : >"$FAKE_TREE/platform/target/platform-1-app.jar" ;;
esac'
with=("FAKE_REPORTS=$reports"); pharos test
check 'passes when the tests pass' [ "$status" = 0 ]
check 'sums the tests up' contains "$out" 'Tests run: 15, Failures: 2, Errors: 1, Skipped: 1'
[ -d /Applications ] || check 'says what was skipped' contains "$out" '!!! SKIPPED: the browser tests'
with=("FAKE_REPORTS=$reports" "PHAROS_CHROMIUM=$here/bin/node"); pharos test
check 'skips nothing with a browser' [ "${out#*SKIPPED}" = "$out" ]
with=("FAKE_REPORTS=$reports" FAKE_EXIT=1); pharos test; check 'fails when a test fails' [ "$status" = 1 ]
check 'names the tests that failed, and why' contains "$out" '!!! B.opens
        <error message="no answer"'
tool "$here/tree/system-tests/src/test/sh/pharos-test.sh" 'exit 1'
with=("FAKE_REPORTS=$reports"); pharos test; check 'fails when a test of the script fails' [ "$status" = 1 ]
with=()

# --- a link to the script, from another folder
ln -s "$here/tree/pharos" "$here/link"
out=$(cd "$here/home" && env -i HOME="$here/home" PATH="$here/bin" PHAROS_JVM_DIRS="$here/jvm" bash "$here/link" run 2>&1)
status=$?
check 'works through a link' contains "$out" "$here/tree/platform/target/app/pharos.jar"

# --- signals: the script has become Java, so a signal to it is a signal to Java
env -i HOME="$here/home" PATH="$here/bin" PHAROS_JVM_DIRS="$here/jvm" FAKE_WAITS="$here/pid" \
  bash "$here/tree/pharos" run >/dev/null 2>&1 &
pid=$!
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do [ -s "$here/pid" ] && break; sleep 0.5; done
out=$(cat "$here/pid" 2>/dev/null)
check 'becomes the Java process' [ "$out" = "$pid" ]
kill -TERM "$pid" 2>/dev/null
wait "$pid" 2>/dev/null
status=$?
check 'ends with the signal' [ "$status" = 143 ]

printf 'Tests of ./pharos: %d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
