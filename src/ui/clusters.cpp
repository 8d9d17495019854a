#include "ui/clusters.h"

namespace ui {

namespace {

constexpr char32_t kFirst = 0xE000;
constexpr char32_t kLast = 0xF8FF;

} // namespace

std::optional<char32_t> ClusterTable::codePointFor(std::string_view cluster) {
    if (const auto found = codePoints_.find(cluster); found != codePoints_.end()) return found->second;
    const char32_t codePoint = kFirst + static_cast<char32_t>(texts_.size());
    if (codePoint > kLast) return std::nullopt;
    texts_.emplace_back(cluster);
    codePoints_.emplace(texts_.back(), codePoint);
    return codePoint;
}

std::string_view ClusterTable::textOf(char32_t codePoint) const {
    if (codePoint < kFirst || codePoint - kFirst >= texts_.size()) return {};
    return texts_[codePoint - kFirst];
}

} // namespace ui
