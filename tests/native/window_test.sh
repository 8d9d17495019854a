#!/bin/sh
# The desktop window from outside, on a virtual display: pictures, exit codes, reading a saved file again, and rest.
#   tests/native/window_test.sh PROGRAM
set -eu

if [ $# -ne 1 ] || [ "$1" = --help ]; then
    sed -n '2,3s/^# *//p' "$0"
    exit 2
fi
if [ -z "${WINDOW_TEST_DISPLAY:-}" ]; then
    WINDOW_TEST_DISPLAY=1 exec xvfb-run --auto-servernum --server-args='-screen 0 1400x1000x24 -noreset' "$0" "$@"
fi

program=$1
source_dir=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
window=
trap 'if [ -n "$window" ]; then kill "$window" 2>/dev/null || true; fi; rm -rf "$folder"' EXIT
programme=$folder/programme.json
cp "$source_dir/data/eig-2018.json" "$programme"

# without_display [ENV'S OPTION]… COMMAND…
without_display() { env -u DISPLAY -u WAYLAND_DISPLAY -u SDL_VIDEODRIVER "$@"; }

fail() {
    printf 'window_test: %s\n' "$1" >&2
    [ ! -s "$folder/log" ] || sed 's/^/    /' "$folder/log" >&2
    exit 1
}

# expect_exit CODE COMMAND…: its output goes to $folder/out and $folder/log.
expect_exit() {
    expected=$1
    shift
    code=0
    "$@" >"$folder/out" 2>"$folder/log" || code=$?
    [ "$code" -eq "$expected" ] || fail "exit code $code, not $expected: $*"
}

# wait_for PATTERN [TIMES]: until the log has that many such lines.
wait_for() {
    tries=300
    until [ "$(grep -c -e "$1" "$folder/log")" -ge "${2:-1}" ]; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || fail "nothing in the log like: $1"
        kill -0 "$window" 2>/dev/null || fail "the window is gone while waiting for: $1"
        sleep 0.1
    done
}

# Until no frame was drawn in two seconds: on a busy machine a frame that is asked for comes late.
wait_for_rest() {
    last=none
    until [ "$(count_frames)" = "$last" ]; do
        last=$(count_frames)
        sleep 2
    done
}

count_frames() { grep -c '^frame ' "$folder/log" || true; }

# A picture of one colour makes a PNG of a few kilobytes.
screenshot_needs_no_display_and_is_not_blank() {
    expect_exit 0 without_display "$program" "$programme" --query 'now=2017-10-15' --screenshot "$folder/light.png"
    [ "$(wc -c <"$folder/light.png")" -gt 40000 ] || fail 'the picture is blank'
    expect_exit 0 without_display "$program" "$programme" --query 'now=2017-10-15' --screenshot "$folder/again.png"
    cmp -s "$folder/light.png" "$folder/again.png" || fail 'the same screen gives two pictures'
    expect_exit 0 without_display "$program" "$programme" --query 'now=2017-10-15' --dark --screenshot "$folder/dark.png"
    ! cmp -s "$folder/light.png" "$folder/dark.png" || fail 'dark looks like light'
    expect_exit 0 without_display "$program" "$programme" --query 'defi=gobelins' --size 390x844 --scale 2 --scroll 300 --screenshot "$folder/phone.png"
    [ "$(wc -c <"$folder/phone.png")" -gt 40000 ] || fail 'the picture of the phone is blank'
    expect_exit 1 without_display "$program" "$programme" --screenshot "$folder/no/such/folder.png"
}

dump_needs_no_display() {
    expect_exit 0 without_display "$program" "$programme" --language fr --query 'now=2017-10-15' --dump
    grep -q 'heading "13 défis"' "$folder/out" || fail 'the dump has no heading "13 défis"'
    expect_exit 0 without_display "$program" "$programme" --language en --query 'competences=python' --dump
    grep -q 'checkbox "Python.*\[checked\]' "$folder/out" || fail 'the query was not read'
}

bad_file_is_named_with_its_place() {
    sed 's/"closes": "2017-10-27"/"closes": "2017-10-32"/' "$programme" >"$folder/bad.json"
    line=$(grep -n '2017-10-32' "$folder/bad.json" | cut -d: -f1)
    expect_exit 1 "$program" "$folder/bad.json" --screenshot "$folder/bad.png"
    grep -q "^$folder/bad.json:$line:[0-9]*: error: " "$folder/log" || fail 'the place of the mistake is not on stderr'
    [ "$(wc -c <"$folder/bad.png")" -gt 5000 ] || fail 'the window does not show the mistake'
    expect_exit 1 "$program" "$folder/absent.json" --dump
    grep -q "^$folder/absent.json: error: " "$folder/log" || fail 'an absent file is not named on stderr'
}

# A window without a display is refused, with what helps, and SDL's libraries say nothing.
window_without_display_is_refused() {
    expect_exit 1 without_display -u XDG_RUNTIME_DIR "$program" "$programme"
    grep -q '^There is no display' "$folder/log" || fail 'stderr does not say that there is no display'
    grep -q -e '--screenshot' "$folder/log" || fail 'stderr does not name --screenshot'
    ! grep -q 'XDG_RUNTIME_DIR' "$folder/log" || fail "a library's message is on stderr"
    printf '{' >"$folder/bad.json"
    expect_exit 1 without_display -u XDG_RUNTIME_DIR "$program" "$folder/bad.json"
    head -n 1 "$folder/log" | grep -q "^$folder/bad.json:1:[0-9]*: error: " || fail 'the mistake is not the first line'
    expect_exit 1 env DISPLAY=:987 "$program" "$programme"
    grep -q '^There is no display' "$folder/log" || fail 'a display that is gone counts as one'
}

mistakes_in_the_query_are_reported() {
    expect_exit 0 "$program" "$programme" --query 'defi=goblins&now=foo&competences=pyton&skills=r' --dump
    for mistake in defi=goblins now=foo pyton skills; do
        grep -q "^--query: warning: .*$mistake" "$folder/log" || fail "stderr says nothing of $mistake"
    done
    expect_exit 0 "$program" "$programme" --query 'defi=gobelins&now=2017-10-15&competences=python' --dump
    [ ! -s "$folder/log" ] || fail 'a good query is complained of'
}

newer_file_is_shown_with_a_warning() {
    sed 's/"closes": /"opensAgain": true, "closes": /' "$programme" >"$folder/newer.json"
    line=$(grep -n '"opensAgain"' "$folder/newer.json" | cut -d: -f1)
    expect_exit 0 "$program" "$folder/newer.json" --language en --dump
    grep -q "^$folder/newer.json:$line:[0-9]*: warning: There is no key \"opensAgain\" here" "$folder/log" ||
        fail 'a key that is not known is not warned of on stderr'
    ! grep -q ': error: ' "$folder/log" || fail 'a key that is not known counts as an error'
}

wrong_calls_are_refused() {
    expect_exit 2 "$program" --no-such-option
    expect_exit 2 "$program" --size big
    expect_exit 0 "$program" --help
    grep -q -e '--screenshot' "$folder/out" || fail '--help says nothing of --screenshot'
}

# start_window ARGUMENT…: the log is emptied first, because the shell opens it in the background: until then wait_for would
# find the last program's lines.
start_window() {
    : >"$folder/log"
    "$program" "$@" --trace >"$folder/out" 2>>"$folder/log" &
    window=$!
}

# close_window: by the signal, as a window manager closes it.
close_window() {
    kill -TERM "$window"
    code=0
    wait "$window" || code=$?
    window=
    [ "$code" -eq 0 ] || fail "the closed window's exit code is $code"
}

window_reloads_and_rests() {
    start_window "$programme" --query 'now=2017-10-15'
    wait_for '^frame '

    # As an editor saves: a new file in the old one's place.
    sed 's/"Gobelins"/"Gobelins et tapisseries"/' "$programme" >"$folder/new.json"
    mv "$folder/new.json" "$programme"
    wait_for "^reloaded $programme"

    # A mistake leaves what was shown, and the next good file is shown again.
    printf '{' >"$programme"
    wait_for "^$programme:1:[0-9]*: error: "
    wait_for "^not reloaded $programme"
    # Saved again as it is: the mistake was said.
    touch "$programme"
    sleep 1
    [ "$(grep -c "^$programme:1:[0-9]*: error: " "$folder/log")" -eq 1 ] || fail 'the mistake is not said once'
    cp "$source_dir/data/eig-2018.json" "$programme"
    wait_for "^reloaded $programme" 2

    # No frame while nothing happens. The loop wakes four times a second to look at the file, and only time shows that it
    # draws none of these times: ten seconds are forty of them.
    wait_for_rest
    before=$(count_frames)
    sleep 10
    after=$(count_frames)
    [ "$before" -eq "$after" ] || fail "$((after - before)) frames were drawn while nothing happened"

    if grep -E '^(painted without|reacts|interactive and)' "$folder/log"; then
        fail 'the tree does not describe all of it'
    fi

    close_window
}

# The program in a project's folder of its own, whose words and shaders are changed while its window is open.
words_and_shaders_are_read_again() {
    project=$folder/project
    mkdir -p "$project/data" "$project/build"
    cp -r "$source_dir/data/words" "$project/data"
    cp -r "$source_dir/shaders" "$project"
    cp "$program" "$project/build/program"
    installed=$program
    program=$project/build/program
    start_window "$programme" --query 'now=2017-10-15' --language fr
    wait_for '^frame '
    words=$project/data/words/fr.json
    printf '{' >"$words"
    wait_for "^$words: error: "
    cp "$source_dir/data/words/fr.json" "$words"
    wait_for "^reloaded $words"
    shader=$project/shaders/shapes.fragment.glsl
    printf 'void main() { nonsense }' >"$shader"
    wait_for '^The shaders cannot be used'
    cp "$source_dir/shaders/shapes.fragment.glsl" "$shader"
    wait_for "^reloaded $shader"
    wait_for_rest
    [ "$(grep -c '^The shaders cannot be used' "$folder/log")" -eq 1 ] || fail 'the shader that is wrong is not said once'
    [ "$(grep -c "^$words: error: " "$folder/log")" -eq 1 ] || fail 'the words that are wrong are not said once'
    close_window
    program=$installed
}

# F12 opens the debug overlay, which comes to rest and leaves the page at rest, and closes it.
debug_overlay_opens() {
    printf 'programme "%s"\nlanguage fr\nquery now=2017-10-15\nkey F12\n' "$programme" >"$folder/debug.visit"
    start_window --replay "$folder/debug.visit"
    wait_for '^frame 1: .*first'
    wait_for '^overlay [0-9]*[0-9][0-9][0-9] vertices'
    wait_for_rest
    painted=$(grep -c '^overlay ' "$folder/log")
    sleep 2
    [ "$(grep -c '^overlay ' "$folder/log")" -eq "$painted" ] || fail 'the overlay does not come to rest'
    close_window
}

visits_are_replayed() {
    visit=$source_dir/tests/data/visits/every-kind-of-step.visit
    expect_exit 0 without_display "$program" --replay "$visit" --dump
    grep -q 'heading "Gobelins"' "$folder/out" || fail 'the dump is not the one after the visit'
    printf 'programme "%s"\nclick button "No such button"\n' "$programme" >"$folder/missing.visit"
    expect_exit 1 without_display "$program" --replay "$folder/missing.visit" --dump
    grep -q '^click button "No such button"$' "$folder/log" || fail 'the step without a node is not on stderr'
    expect_exit 1 "$program" --replay "$folder/absent.visit" --dump

    start_window --replay "$visit" --record "$folder/recorded.visit"
    wait_for '^address defi=gobelins'
    close_window
    grep -q '^resize ' "$folder/recorded.visit" || fail 'the recorded visit does not say the size of the window'
}

screenshot_needs_no_display_and_is_not_blank
dump_needs_no_display
bad_file_is_named_with_its_place
newer_file_is_shown_with_a_warning
wrong_calls_are_refused
window_without_display_is_refused
mistakes_in_the_query_are_reported
words_and_shaders_are_read_again
debug_overlay_opens
visits_are_replayed
window_reloads_and_rests
echo 'window_test: all passed'
