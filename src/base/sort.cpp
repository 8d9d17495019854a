#include "base/sort.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace base {

namespace {

/// The items' indices in the order in which the items are to stand: neighbouring runs of 1, 2, 4 … indices are merged.
template <typename IsBefore>
std::vector<std::uint32_t> sortIndices(std::size_t count, const IsBefore& isBefore) {
    std::vector<std::uint32_t> indices(count);
    std::vector<std::uint32_t> merged(count);
    for (std::size_t index = 0; index < count; ++index) indices[index] = static_cast<std::uint32_t>(index);
    for (std::size_t run = 1; run < count; run *= 2) {
        std::size_t next = 0;
        for (std::size_t begin = 0; begin < count; begin += 2 * run) {
            const std::size_t middle = std::min(begin + run, count);
            const std::size_t end = std::min(middle + run, count);
            std::size_t left = begin;
            std::size_t right = middle;
            while (left < middle || right < end) {
                const bool takesRight = left == middle || (right < end && isBefore(indices[right], indices[left]));
                merged[next++] = indices[takesRight ? right++ : left++];
            }
        }
        indices.swap(merged);
    }
    return indices;
}

} // namespace

void sortItems(void* items, std::size_t count, std::size_t itemSize, IsBefore isBefore, const void* order) {
    if (count < 2) return;
    auto* const bytes = static_cast<unsigned char*>(items);
    const std::vector<unsigned char> unsorted(bytes, bytes + count * itemSize);
    const auto itemAt = [&](std::size_t index) { return unsorted.data() + index * itemSize; };
    const auto indices = sortIndices(
        count, [&](std::uint32_t one, std::uint32_t other) { return isBefore(order, itemAt(one), itemAt(other)); });
    for (std::size_t place = 0; place < count; ++place)
        std::memcpy(bytes + place * itemSize, itemAt(indices[place]), itemSize);
}

} // namespace base
