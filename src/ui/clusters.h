// Clusters: strings whose characters have to be drawn together, such as Arabic and Indic words, letters with combining
// marks and emoji sequences. Dear ImGui's fonts have glyphs for single code points only. So each cluster is given a
// code point of the private use area (U+E000…U+F8FF), for which the font loader measures and draws the whole string.
// Where the table is full, or the platform has none (the desktop's font loader does not shape), a cluster is drawn as
// its single code points.
#pragma once

#include "base/number_table.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

inline constexpr char32_t kFirstClusterCodePoint = 0xE000;
inline constexpr char32_t kLastClusterCodePoint = 0xF8FF;

class ClusterTable {
public:
    /// The cluster's code point, which is allocated at its first use; nothing where all 6 400 are taken.
    [[nodiscard]] std::optional<char32_t> codePointFor(std::string_view cluster);
    /// The cluster with that code point; empty where there is none.
    [[nodiscard]] std::string_view textOf(char32_t codePoint) const;

private:
    std::vector<std::string> texts_; // by the numbers in the table
    base::NumberTable numbers_;
};

} // namespace ui
