// A hash table that gives each distinct key a number: 0, 1, 2 … in the order in which the keys are first met. The keys
// themselves are stored by the caller, in any form; the table stores 32 bits of each key's hash and its number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace base {

/// A hash for NumberTable. Its value differs between standard libraries, so nothing may be stored by it.
[[nodiscard]] std::uint32_t hashOf(std::string_view text);

/// Open addressing with linear probing; at most half of the slots are taken.
class NumberTable {
public:
    /// `firstSlots` is the number of slots that the first key makes: a power of two.
    explicit NumberTable(std::size_t firstSlots = 16) : firstSlots_(firstSlots) {}

    struct Found {
        std::uint32_t number;
        bool isNew; // the key was added: the caller stores it under this number, the count of keys before the call
    };

    static constexpr std::uint32_t kNone = 0xFFFFFFFF; // no number

    /// The number of the key with this hash; kNone where the table does not have it. `isSame` as for findOrAdd().
    template <typename IsSame>
    [[nodiscard]] std::uint32_t find(std::uint32_t hash, IsSame isSame) const {
        return slots_.empty() ? kNone : slots_[placeOf(hash, isSame)].number;
    }

    /// The number of the key with this hash; a new one where the table does not have the key. `isSame(number)` returns
    /// whether the key stored under that number is the one looked for; it is called where the hashes are equal.
    template <typename IsSame>
    [[nodiscard]] Found findOrAdd(std::uint32_t hash, IsSame isSame) {
        if (count_ * 2 >= slots_.size()) grow();
        Slot& slot = slots_[placeOf(hash, isSame)];
        if (slot.number != kNone) return {slot.number, false};
        slot = {hash, count_};
        return {count_++, true};
    }

    /// Removes all keys, and keeps the memory.
    void clear();

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = kNone; // where the slot has no key
    };

    /// The slot that has the key, else the free one where it would be added. There is a free slot.
    template <typename IsSame>
    [[nodiscard]] std::size_t placeOf(std::uint32_t hash, IsSame isSame) const {
        const std::size_t mask = slots_.size() - 1;
        std::size_t place = hash & mask;
        while (slots_[place].number != kNone && !(slots_[place].hash == hash && isSame(slots_[place].number)))
            place = (place + 1) & mask;
        return place;
    }
    void grow();

    std::size_t firstSlots_;
    std::uint32_t count_ = 0;
    std::vector<Slot> slots_; // their number is a power of two, or 0 before the first key
};

} // namespace base
