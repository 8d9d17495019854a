#include "programme/draft.h"

#include <algorithm>

namespace programme {
namespace {

StringRef append(std::string& characters, std::string_view text) {
    const StringRef kept{static_cast<std::uint32_t>(characters.size()), static_cast<std::uint32_t>(text.size())};
    characters += text;
    return kept;
}

} // namespace

std::size_t Progress::expectedTotal(std::size_t count, std::size_t begin) const {
    // The list's pace in a smaller part of the file than these two says too little about the rest.
    constexpr std::size_t kMinSampleBytes = 4096;
    constexpr std::size_t kMinSamplePart = 16; // one in so many of the file's bytes
    constexpr double kMargin = 1.04;           // the rest of the file may have a few more items than the sample
    const std::size_t sample = readBytes - begin;
    if (sample < std::max(allBytes / kMinSamplePart, kMinSampleBytes)) return count * 2;
    const double pace = static_cast<double>(count) / static_cast<double>(sample);
    return count + 1 + static_cast<std::size_t>(pace * static_cast<double>(allBytes - readBytes) * kMargin);
}

std::string_view IdTable::viewOf(const Entry& entry) const {
    return std::string_view(*characters_).substr(entry.id.offset, entry.id.length);
}

Symbol IdTable::symbolOf(std::string_view id) {
    const auto isIt = [&](Symbol symbol) { return viewOf(entries_[symbol]) == id; };
    const auto [symbol, isNew] = symbols_.findOrAdd(base::hashOf(id), isIt);
    if (isNew) entries_.push_back({append(*characters_, id), kUndefined, 0});
    return symbol;
}

bool IdTable::define(Symbol symbol) {
    const std::uint32_t place = definitionCount_++;
    if (entries_[symbol].definition != kUndefined) return false;
    entries_[symbol].definition = place;
    return true;
}

std::vector<std::string_view> IdTable::definedIds() const {
    std::vector<std::string_view> ids;
    for (const Entry& entry : entries_)
        if (entry.definition != kUndefined) ids.push_back(viewOf(entry));
    return ids;
}

bool IdTable::addToList(Symbol symbol, std::uint32_t list) {
    if (entries_[symbol].lastList == list) return false;
    entries_[symbol].lastList = list;
    return true;
}

Draft::Draft(std::size_t fileBytes) : progress{0, fileBytes} {
    // All strings of a small file fit into this; for a large file their final size is estimated soon.
    constexpr std::size_t kMaxFirstBytes = 65536;
    programme.characters.reserve(std::min(fileBytes, kMaxFirstBytes));
}

StringRef Draft::keepString(std::string_view text) {
    std::string& characters = programme.characters;
    const std::size_t size = characters.size() + text.size();
    if (size > characters.capacity()) characters.reserve(progress.expectedTotal(size, 0));
    return append(characters, text);
}

void Draft::addVariant(const TextVariant& variant) {
    std::vector<TextVariant>& variants = programme.variants;
    if (variants.size() == variants.capacity()) variants.reserve(progress.expectedTotal(variants.size() + 1, 0));
    variants.push_back(variant);
}

void Draft::addChallenge() {
    std::vector<Challenge>& challenges = programme.challenges;
    if (challenges.empty()) challengesBegin = progress.readBytes;
    if (challenges.size() == challenges.capacity())
        challenges.reserve(progress.expectedTotal(challenges.size() + 1, challengesBegin));
    challenges.emplace_back();
}

} // namespace programme
