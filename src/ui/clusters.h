// Words whose letters have to be drawn together: Arabic and Indic words, letters with loose combining marks, emoji
// sequences. Dear ImGui's fonts know single code points only, so each such cluster gets a code point of the private use
// area (U+E000…U+F8FF), under which the font loader measures and draws the whole string at once. Where the table is
// full, or the platform has none (the desktop's font reader does not shape), a cluster falls apart into its code
// points.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace ui {

class ClusterTable {
public:
    /// The cluster's code point, a new one at its first use; nothing where all 6 400 are taken.
    [[nodiscard]] std::optional<char32_t> codePointFor(std::string_view cluster);
    /// The string behind such a code point; empty for any other.
    [[nodiscard]] std::string_view textOf(char32_t codePoint) const;

private:
    std::deque<std::string> texts_; // a deque: the map's keys point into it
    std::unordered_map<std::string_view, char32_t> codePoints_;
};

} // namespace ui
