#include "platform/common/history.h"

#include <utility>

namespace platform {

History::History(std::string queryString) : entries_{Entry{std::move(queryString), {}, 0}} {}

void History::change(const AddressChange& change) {
    const Link& link = entries_[place_].link;
    switch (change.step) {
    case AddressStep::replace:
        entries_[place_].queryString = change.queryString;
        return;
    case AddressStep::push:
        push(change.queryString, {link.from, link.steps + 1, link.outer});
        return;
    case AddressStep::open:
        push(change.queryString, {queryString(), 1, std::make_shared<const Link>(link)});
        return;
    case AddressStep::close:
    case AddressStep::apply:
        close(change);
        return;
    }
}

void History::push(std::string queryString, Link link) {
    entries_.resize(place_ + 1);
    entries_.push_back({std::move(queryString), std::move(link), 0});
    ++place_;
}

void History::close(const AddressChange& change) {
    const Link link = entries_[place_].link;
    const bool takesOver = change.step == AddressStep::close && link.steps == 1;
    const bool leadsBack = link.from && (*link.from == change.queryString || takesOver);
    const int steps = leadsBack ? link.steps : link.steps - 1;
    place_ -= static_cast<std::size_t>(steps);
    Entry& entry = entries_[place_];
    if (!leadsBack && link.outer) entry.link = {link.outer->from, link.outer->steps + 1, link.outer->outer};
    entry.queryString = change.queryString;
}

bool History::go(int by) {
    const auto place = static_cast<std::ptrdiff_t>(place_) + by;
    if (place < 0 || place >= static_cast<std::ptrdiff_t>(entries_.size())) return false;
    place_ = static_cast<std::size_t>(place);
    return true;
}

} // namespace platform
