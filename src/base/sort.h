// A stable sort whose code is there once, whatever is sorted: the page downloads a copy of std::sort for each type
// (docs/size.md).
#pragma once

#include <cstddef>
#include <functional>
#include <type_traits>
#include <vector>

namespace base {

/// Whether the first of two items comes before the second. `order` is what the comparison needs besides them.
using IsBefore = bool (*)(const void* order, const void* one, const void* other);

/// Sorts `count` items of `itemSize` bytes, which may be copied as bytes.
void sortItems(void* items, std::size_t count, std::size_t itemSize, IsBefore isBefore, const void* order);

/// Equal items keep their order.
template <typename Item, typename Less = std::less<>>
void sort(std::vector<Item>& items, const Less& isLess = {}) {
    static_assert(std::is_trivially_copy_constructible_v<Item> && std::is_trivially_destructible_v<Item>);
    const auto isBefore = [](const void* order, const void* one, const void* other) {
        return (*static_cast<const Less*>(order))(*static_cast<const Item*>(one), *static_cast<const Item*>(other));
    };
    sortItems(items.data(), items.size(), sizeof(Item), isBefore, &isLess);
}

} // namespace base
