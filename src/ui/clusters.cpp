#include "ui/clusters.h"

namespace ui {

std::optional<char32_t> ClusterTable::codePointFor(std::string_view cluster) {
    const auto isSame = [&](std::uint32_t number) { return texts_[number] == cluster; };
    const std::uint32_t hash = base::hashOf(cluster);
    std::uint32_t number = numbers_.find(hash, isSame);
    if (number == base::NumberTable::kNone) {
        if (kFirstClusterCodePoint + texts_.size() > kLastClusterCodePoint) return std::nullopt;
        number = numbers_.findOrAdd(hash, isSame).number;
        texts_.emplace_back(cluster);
    }
    return kFirstClusterCodePoint + number;
}

std::string_view ClusterTable::textOf(char32_t codePoint) const {
    if (codePoint < kFirstClusterCodePoint || codePoint - kFirstClusterCodePoint >= texts_.size()) return {};
    return texts_[codePoint - kFirstClusterCodePoint];
}

} // namespace ui
