// The lists of words that words.cpp holds, for live_words.cpp alone.
#pragma once

#include "programme/words.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace programme {

enum class WordListName : std::uint8_t { words, counted, reports };
inline constexpr std::size_t kWordListCount = 3;

/// The keys of the list's strings in their order, each with a zero byte after it.
[[nodiscard]] std::string_view keysOf(WordListName list);
/// Takes the list's strings from `strings`, in the same order and form.
void replaceList(WordListName list, InterfaceLanguage language, std::string strings);

} // namespace programme
