// A programme while it is being read: what it will be, and what is known about it only until the file's end.
#pragma once

#include "base/number_table.h"
#include "programme/programme.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace programme {

/// A place in the file, in bytes from its beginning (kMaxBytes fits).
using Offset = std::uint32_t;

/// A number for each different id of a list, in the order in which they are first met.
using Symbol = std::uint32_t;

/// How far the reading of the file has come. A list that grows while it is read makes room for as much as the rest of
/// the file will bring at the same pace, so that it need not be copied, and held twice, again and again.
struct Progress {
    std::size_t readBytes = 0;
    std::size_t allBytes = 0;

    /// How many there will be at the end, where `count` came since the byte `begin`.
    std::size_t expectedTotal(std::size_t count, std::size_t begin) const;
};

/// The ids of one list. An item of the list defines its id; others refer to it, before or after. Each id is kept once,
/// in the programme's characters.
class IdTable {
public:
    struct Reference {
        Symbol symbol;
        Offset offset;
    };

    /// `keptIn` must outlive the table.
    explicit IdTable(std::string& keptIn) : characters_(&keptIn) {}

    [[nodiscard]] bool isEmpty() const { return entries_.empty(); }
    Symbol symbolOf(std::string_view id);
    StringRef stringOf(Symbol symbol) const { return entries_[symbol].id; }

    /// The next item of the list has this id. False where an earlier one has it already.
    bool define(Symbol symbol);
    /// Its place in the list, from 0; none where no item has the id.
    std::optional<std::uint32_t> definitionOf(Symbol symbol) const {
        const std::uint32_t definition = entries_[symbol].definition;
        return definition == kUndefined ? std::nullopt : std::optional(definition);
    }
    /// Every id that an item has. The views end with the next change of the characters.
    std::vector<std::string_view> definedIds() const;

    /// Something at `offset` refers to an id that nothing defines yet.
    void addOpenReference(Symbol symbol, Offset offset) { references_.push_back({symbol, offset}); }
    /// In the file's order. Some may have been defined since.
    const std::vector<Reference>& openReferences() const { return references_; }

    /// Notes that the id stands in the list of references with this number. False where it stands there already.
    bool addToList(Symbol symbol, std::uint32_t list);

private:
    static constexpr std::uint32_t kUndefined = 0xFFFFFFFF;
    struct Entry {
        StringRef id;
        std::uint32_t definition;
        std::uint32_t lastList; // 0: none
    };

    std::string_view viewOf(const Entry& entry) const;

    std::string* characters_;
    base::NumberTable symbols_;
    std::vector<Entry> entries_; // by symbol
    std::vector<Reference> references_;
    std::uint32_t definitionCount_ = 0;
};

struct PlacedDate {
    DateOrMonth date;
    Offset offset;
};

struct Draft {
    Programme programme;
    Progress progress;
    std::size_t challengesBegin = 0; // the byte at which the first one was met
    StringRef defaultLanguage;

    // Of the object being read, where it is one that has dates.
    std::optional<PlacedDate> start;
    std::optional<PlacedDate> end;

    IdTable skillGroupIds{programme.characters};
    IdTable skillIds{programme.characters};
    IdTable milestoneIds{programme.characters};
    IdTable challengeIds{programme.characters};
    IdTable profileIds{programme.characters}; // of the challenge being read

    /// Appends the string to the programme's characters.
    StringRef keepString(std::string_view text);
    void addVariant(const TextVariant& variant);
    Challenge& addChallenge();

    explicit Draft(std::size_t fileBytes);
    Draft(const Draft&) = delete; // the tables point into it
    Draft& operator=(const Draft&) = delete;
};

} // namespace programme
