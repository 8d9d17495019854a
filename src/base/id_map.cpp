#include "base/id_map.h"

namespace base {

namespace {

/// The hash of an id is the id: the same hash is the same id.
bool isSameId(std::uint32_t) {
    return true;
}

} // namespace

std::uint32_t IdSet::numberOf(std::uint32_t id) const {
    return numbers_.find(id, isSameId);
}

NumberTable::Found IdSet::add(std::uint32_t id) {
    const NumberTable::Found found = numbers_.findOrAdd(id, isSameId);
    if (found.isNew) ids_.push_back(id);
    return found;
}

void IdSet::clear() {
    numbers_.clear();
    ids_.clear();
}

} // namespace base
