// Numbers for different things, 0, 1, 2… in the order in which they are first met, found again by hashing. The things
// themselves are kept by the caller, in whatever form; the table holds 32 bits of each one's hash.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace base {

/// For NumberTable. Another one in each build, so nothing may depend on its value.
[[nodiscard]] std::uint32_t hashOf(std::string_view text);

/// A hash table with open addressing and linear probing, at most half full.
class NumberTable {
public:
    /// `firstSlots` is a power of two.
    explicit NumberTable(std::size_t firstSlots = 16) : firstSlots_(firstSlots) {}

    [[nodiscard]] std::size_t size() const { return count_; }

    struct Found {
        std::uint32_t number;
        bool isNew; // the number is the size before; the caller now keeps the thing under it
    };

    /// The thing's number. `isSame(number)` says whether the thing kept under that number is the one looked for; it is
    /// asked where the hashes are alike.
    template <typename IsSame>
    Found findOrAdd(std::uint32_t hash, IsSame isSame) {
        if (count_ * 2 >= slots_.size()) grow();
        const std::size_t mask = slots_.size() - 1;
        std::size_t place = hash & mask;
        for (; slots_[place].number != kFree; place = (place + 1) & mask) {
            const Slot& slot = slots_[place];
            if (slot.hash == hash && isSame(slot.number)) return {slot.number, false};
        }
        slots_[place] = {hash, count_};
        return {count_++, true};
    }

private:
    static constexpr std::uint32_t kFree = 0xFFFFFFFF;
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = kFree;
    };

    void grow();

    std::size_t firstSlots_;
    std::uint32_t count_ = 0;
    std::vector<Slot> slots_; // a power of two, or none before the first thing
};

} // namespace base
