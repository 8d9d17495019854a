// The entries of a browser's history, for the desktop window and the tests' visitor, and how a change of the address
// moves among them. web/effects.js (AddressBar) does the same with the browser's own history; both are tested on
// tests/data/history.json.
//
// What is opened over the page (a challenge, a milestone, the shortlist, a phone's filter) has an entry of its own.
// Closing it leads back, so that Back never opens again what was closed. For that each entry has a Link to the one from
// which it was opened.
#pragma once

#include "platform/common/effects.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace platform {

class History {
public:
    explicit History(std::string queryString);

    /// Performs the change (effects.h, AddressStep).
    void change(const AddressChange& change);
    /// Back (-1) or Forward (1). False where there is no such entry.
    [[nodiscard]] bool go(int by);

    /// Of the present entry, without '?'.
    [[nodiscard]] const std::string& queryString() const { return entries_[place_].queryString; }
    /// The scroll position of the page in the present entry, CSS px. The platform sets it before it leaves the entry.
    [[nodiscard]] float& scrollTop() { return entries_[place_].scrollTop; }

private:
    /// How an entry came to be.
    struct Link {
        /// The address of the entry over which something was opened. None: the visit began with this entry or on it.
        std::optional<std::string> from;
        int steps = 1;                     // how many entries before this one that entry is
        std::shared_ptr<const Link> outer; // of that entry
    };
    struct Entry {
        std::string queryString;
        Link link;
        float scrollTop = 0;
    };
    void push(std::string queryString, Link link);
    void close(const AddressChange& change);

    std::vector<Entry> entries_;
    std::size_t place_ = 0;
};

} // namespace platform
