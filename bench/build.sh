# Builds what the commands of this folder need. To be sourced; sets home, java and options.
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
if [ -n "${JAVA_HOME:-}" ]; then java="$JAVA_HOME/bin/java"; else java=java; fi

# The options with which the launcher starts Java.
eval "$(sed -n '/^options=(/,/)$/p' "$home/separatrix")"

echo "building" >&2
(cd "$home" && mvn -q -B -Pbench -pl bench -am -Dmaven.test.skip=true -Dspotless.check.skip=true package) >&2

run_java() {
  "$java" "${options[@]}" -Dseparatrix.bench="$home/bench" -Dseparatrix.home="$home" \
    -cp "$home/bench/target/lib/*" "$@"
}
