// The rules of a programme's file: data/programme.schema.json as tables. A rule says what one value must be, and where
// in the draft it is stored. The reader (reader.cpp) goes through the file and the rules together.
//
// A rule has functions that store its value. `slot` returns the member of the draft that the value is assigned to;
// where the value is an item of a list, it first appends that item. `store` stores the value that it is given. Both
// need no argument that says which object the value belongs to: the object being read is always the last of its list.
#pragma once

#include "programme/draft.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <variant>

namespace programme {

struct Rule;
struct FieldRule;

/// A text: one string for all languages, or an object with language tags as keys and strings as values.
struct TextRule {
    Text& (*slot)(Draft&);
};

/// The string of one language in a text.
struct VariantRule {};

/// What a string must be.
struct StringForm {
    std::string_view name; // one of the names in kForms of describe.cpp; empty: the string must only not be empty
    bool (*accepts)(std::string_view);
    std::size_t maxLength = std::numeric_limits<std::size_t>::max(); // code points
};

struct StringRule {
    const StringForm* form;
    StringRef& (*slot)(Draft&); // null: the string is checked and not stored
};

/// The id of a list's item, unique in the list.
struct IdRule {
    IdTable& (*table)(Draft&);
    StringRef& (*slot)(Draft&);
};

/// A reference by id to an item elsewhere in the file. A list of references has no id twice.
struct ReferenceRule {
    IdTable& (*table)(Draft&);
    void (*store)(Draft&, Symbol);
};

enum class DateForm : std::uint8_t { day, dateOrMonth };
/// Which end of the object's range of days a date is (ObjectRule::hasRange).
enum class RangeEnd : std::uint8_t { start, end };

struct DateRule {
    DateForm form;
    RangeEnd rangeEnd;
    void (*store)(Draft&, const DateOrMonth&);
};

struct TimeOfDayRule {
    void (*store)(Draft&, int minuteOfDay);
};

inline constexpr std::uint32_t kNoMaximum = std::numeric_limits<std::uint32_t>::max();

/// A whole number. If `maximum` is kNoMaximum, greater numbers are stored as kNoMaximum.
struct IntegerRule {
    std::uint32_t minimum;
    std::uint32_t maximum;
    void (*store)(Draft&, std::uint32_t);
};

/// One of the strings of a closed list; `choice` is its index. An unknown string that is left out
/// (UnknownParts::areLeftOut) is not stored, so that the member keeps its default.
struct ChoiceRule {
    std::span<const std::string_view> choices;
    void (*store)(Draft&, std::size_t choice);
};

struct ListRule {
    const Rule* item;
    std::size_t minItems;
};

struct ObjectRule {
    std::span<const FieldRule> fields;
    void (*begin)(Draft&); // appends the object to its list in the draft; null: it is no item of a list
    bool hasRange;         // two of its fields are the start and the end of a range of days

    template <std::size_t count>
    constexpr ObjectRule(const FieldRule (&itsFields)[count], void (*itsBegin)(Draft&), bool itHasRange = false)
        : fields(itsFields), begin(itsBegin), hasRange(itHasRange) {
        static_assert(count <= 32, "Frame::seenFields in reader.cpp has 32 bits.");
    }
};

struct Rule {
    std::variant<TextRule, VariantRule, StringRule, IdRule, ReferenceRule, DateRule, TimeOfDayRule, IntegerRule,
                 ChoiceRule, ListRule, const ObjectRule*>
        alternative;
};

struct FieldRule {
    std::string_view key;
    Rule rule;
    bool isRequired = false;
};

extern const StringForm kIdForm;
extern const StringForm kLanguageForm;

/// The rule for the whole file.
extern const Rule kProgrammeRule;

} // namespace programme
