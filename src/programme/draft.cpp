#include "programme/draft.h"

#include <algorithm>
#include <functional>

namespace programme {
namespace {

constexpr Symbol kFreeSlot = 0xFFFFFFFF;
constexpr std::size_t kFirstSlots = 16;

StringRef append(std::string& characters, std::string_view text) {
    const StringRef kept{static_cast<std::uint32_t>(characters.size()), static_cast<std::uint32_t>(text.size())};
    characters += text;
    return kept;
}

} // namespace

std::size_t Progress::expectedTotal(std::size_t count, std::size_t begin) const {
    // Less of the file than this says too little about the rest.
    constexpr std::size_t kFewestBytes = 4096;
    constexpr std::size_t kSmallestPart = 16;
    constexpr double kMargin = 1.04;
    const std::size_t sample = readBytes - begin;
    if (sample < std::max(allBytes / kSmallestPart, kFewestBytes)) return count * 2;
    const double pace = static_cast<double>(count) / static_cast<double>(sample);
    return count + 1 + static_cast<std::size_t>(pace * static_cast<double>(allBytes - readBytes) * kMargin);
}

std::string_view IdTable::viewOf(const Entry& entry) const {
    return std::string_view(*characters_).substr(entry.id.offset, entry.id.length);
}

std::size_t IdTable::findSlot(std::string_view id, std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = hash & mask;
    while (slots_[slot] != kFreeSlot) {
        const Entry& entry = entries_[slots_[slot]];
        if (entry.hash == hash && viewOf(entry) == id) break;
        slot = (slot + 1) & mask;
    }
    return slot;
}

void IdTable::growSlots() {
    slots_.assign(std::max(slots_.size() * 2, kFirstSlots), kFreeSlot);
    for (Symbol symbol = 0; symbol < entries_.size(); ++symbol)
        slots_[findSlot(viewOf(entries_[symbol]), entries_[symbol].hash)] = symbol;
}

Symbol IdTable::symbolOf(std::string_view id) {
    if (entries_.size() * 2 >= slots_.size()) growSlots(); // first, so that the slot found stays valid
    const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>()(id));
    Symbol& symbol = slots_[findSlot(id, hash)];
    if (symbol == kFreeSlot) {
        symbol = static_cast<Symbol>(entries_.size());
        entries_.push_back({append(*characters_, id), hash, kUndefined, 0});
    }
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
    // The strings of a small file fit at once; those of a large one soon show how many there will be.
    constexpr std::size_t kMostAtFirst = 65536;
    programme.characters.reserve(std::min(fileBytes, kMostAtFirst));
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

Challenge& Draft::addChallenge() {
    std::vector<Challenge>& challenges = programme.challenges;
    if (challenges.empty()) challengesBegin = progress.readBytes;
    if (challenges.size() == challenges.capacity())
        challenges.reserve(progress.expectedTotal(challenges.size() + 1, challengesBegin));
    return challenges.emplace_back();
}

} // namespace programme
