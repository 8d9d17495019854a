// What holds of every state and its address (docs/address.md, "What holds"). Used by the tests of random and of
// recorded visits and by the fuzzer.
#pragma once

#include "explorer/state.h"
#include "explorer/window.h"

#include <utility>

namespace support {

/// The state as its address has it: without the members that no address holds, and with the timeline's window in whole
/// days.
[[nodiscard]] inline explorer::State asItsAddressSays(const explorer::Facts& facts, explorer::State state) {
    if (state.period) {
        state.period = explorer::fitWindow(facts, explorer::windowOf(explorer::roundToDays(facts, *state.period)));
        state.showsWhole = !state.period && state.home;
    }
    state.home.reset();
    state.folding = {};
    state.showsPast = state.showsLater = false;
    state.keeping = explorer::Keeping::isNotOffered;
    return state;
}

} // namespace support
