#include "ui/clusters.h"

namespace ui {

std::optional<char32_t> ClusterTable::codePointFor(std::string_view cluster) {
    if (const auto found = codePoints_.find(cluster); found != codePoints_.end()) return found->second;
    const char32_t codePoint = kFirstClusterCodePoint + static_cast<char32_t>(texts_.size());
    if (codePoint > kLastClusterCodePoint) return std::nullopt;
    texts_.emplace_back(cluster);
    codePoints_.emplace(texts_.back(), codePoint);
    return codePoint;
}

std::string_view ClusterTable::textOf(char32_t codePoint) const {
    if (codePoint < kFirstClusterCodePoint || codePoint - kFirstClusterCodePoint >= texts_.size()) return {};
    return texts_[codePoint - kFirstClusterCodePoint];
}

} // namespace ui
