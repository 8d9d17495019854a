// A programme while its file is being read: the programme itself, and what the reader has to remember until the file's
// end, such as ids that are referred to before they are defined.
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

/// A place in the file: bytes from its beginning, at most kMaxBytes.
using Offset = std::uint32_t;

/// The number of a distinct id in its IdTable: 0, 1, 2 … in the order in which the ids are first met.
using Symbol = std::uint32_t;

/// How much of the file has been read. From it the final size of a growing list is estimated, so that memory for the
/// list is reserved once, instead of each time that the list has doubled.
struct Progress {
    std::size_t readBytes = 0;
    std::size_t allBytes = 0;

    /// The expected size of a list at the file's end, more than `count`: it has `count` items now, and its first item
    /// was read at the byte `begin`.
    [[nodiscard]] std::size_t expectedTotal(std::size_t count, std::size_t begin) const;
};

/// The ids of one list of the file, such as the skills. An item of the list defines its id; other places refer to the
/// id, before or after that. Each distinct id is stored once, in the programme's characters.
class IdTable {
public:
    struct Reference {
        Symbol symbol;
        Offset offset;
    };

    /// `characters` is where the ids are stored; it must outlive the table.
    explicit IdTable(std::string& characters) : characters_(&characters) {}

    [[nodiscard]] bool isEmpty() const { return entries_.empty(); }
    /// The id's symbol; a new one for an id that the table does not have.
    Symbol symbolOf(std::string_view id);
    [[nodiscard]] StringRef stringOf(Symbol symbol) const { return entries_[symbol].id; }

    /// Notes that the next item of the list has this id. False where an earlier item has it.
    [[nodiscard]] bool define(Symbol symbol);
    /// The index in the list of the item with this id; none where no item has it yet.
    [[nodiscard]] std::optional<std::uint32_t> definitionOf(Symbol symbol) const {
        const std::uint32_t definition = entries_[symbol].definition;
        return definition == kUndefined ? std::nullopt : std::optional(definition);
    }
    /// The ids that items have. The views are valid until the characters change.
    [[nodiscard]] std::vector<std::string_view> definedIds() const;

    /// Notes that the value at `offset` refers to an id that no item has yet.
    void addOpenReference(Symbol symbol, Offset offset) { references_.push_back({symbol, offset}); }
    /// All that addOpenReference() was called with, in the file's order. Some of the ids may be defined by now.
    [[nodiscard]] const std::vector<Reference>& openReferences() const { return references_; }

    /// Notes that the list of references with the number `list` (from 1) has this id. False where it has the id
    /// already. A list is complete before the next one begins.
    [[nodiscard]] bool addToList(Symbol symbol, std::uint32_t list);

private:
    static constexpr std::uint32_t kUndefined = 0xFFFFFFFF;
    struct Entry {
        StringRef id;
        std::uint32_t definition; // kUndefined, or the index of the item with this id
        std::uint32_t lastList;   // number of the last list of references that has the id; 0: none
    };

    [[nodiscard]] std::string_view viewOf(const Entry& entry) const;

    std::string* characters_;
    base::NumberTable symbols_;
    std::vector<Entry> entries_; // by symbol
    std::vector<Reference> references_;
    std::uint32_t definitionCount_ = 0;
};

/// A date and where it stands in the file.
struct PlacedDate {
    DateOrMonth date;
    Offset offset;
};

/// Everything that the reader knows of the programme.
struct Draft {
    Programme programme;
    Progress progress;
    std::size_t challengesBegin = 0; // the byte at which the first challenge was met
    StringRef defaultLanguage;

    // The ends of the range of days (ObjectRule::hasRange) of the object being read; none before they are read.
    std::optional<PlacedDate> start;
    std::optional<PlacedDate> end;

    IdTable skillGroupIds{programme.characters};
    IdTable skillIds{programme.characters};
    IdTable milestoneIds{programme.characters};
    IdTable challengeIds{programme.characters};
    IdTable profileIds{programme.characters}; // those of the challenge being read

    /// Stores the string in the programme's characters.
    [[nodiscard]] StringRef keepString(std::string_view text);
    void addVariant(const TextVariant& variant);
    /// Appends an empty challenge.
    void addChallenge();

    explicit Draft(std::size_t fileBytes);
    Draft(const Draft&) = delete; // the tables point into it
    Draft& operator=(const Draft&) = delete;
};

} // namespace programme
