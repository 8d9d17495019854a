#include "base/number_table.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace base {

std::uint32_t hashOf(std::string_view text) {
    const std::uint64_t hash = std::hash<std::string_view>{}(text);
    return static_cast<std::uint32_t>(hash ^ hash >> 32u);
}

void NumberTable::clear() {
    std::ranges::fill(slots_, Slot{});
    count_ = 0;
}

void NumberTable::grow() {
    std::vector<Slot> larger(std::max(slots_.size() * 2, firstSlots_));
    const std::size_t mask = larger.size() - 1;
    for (const Slot& slot : slots_) {
        if (slot.number == kNone) continue;
        std::size_t place = slot.hash & mask;
        while (larger[place].number != kNone) place = (place + 1) & mask;
        larger[place] = slot;
    }
    slots_ = std::move(larger);
}

} // namespace base
