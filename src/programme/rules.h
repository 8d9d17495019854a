// What may stand where in a programme's file: data/programme.schema.json as tables. A rule says for one value what it
// must be and where in the draft it goes; the reader (reader.cpp) walks the file and the rules in step.
//
// A slot is a function that finds the place for a value in the draft; where the value is an item of a list, it makes
// that place. The object being read is always the last one of its list, so that slots need no other argument.
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

/// One string for all languages, or an object of language tag → string.
struct TextRule {
    Text& (*slot)(Draft&);
};

/// One language's string inside a text.
struct VariantRule {};

/// What a string must be. Where it has no name, it must be anything but empty.
struct StringForm {
    std::string_view name; // by which describe() knows it
    bool (*isMetBy)(std::string_view);
    std::size_t maxLength = std::numeric_limits<std::size_t>::max(); // code points
};

struct StringRule {
    const StringForm* form;
    StringRef& (*slot)(Draft&); // null: checked, not kept
};

/// The id of an item, unique in its list.
struct IdRule {
    IdTable& (*table)(Draft&);
    StringRef& (*slot)(Draft&);
};

/// The id of something defined elsewhere in the file. A list of them holds no id twice.
struct ReferenceRule {
    IdTable& (*table)(Draft&);
    void (*take)(Draft&, Symbol);
};

enum class DateForm : std::uint8_t { day, dateOrMonth };
enum class RangeEnd : std::uint8_t { start, end };

struct DateRule {
    DateForm form;
    RangeEnd rangeEnd;
    void (*take)(Draft&, const DateOrMonth&);
};

struct TimeOfDayRule {
    void (*take)(Draft&, int minuteOfDay);
};

inline constexpr std::uint32_t kNoMaximum = std::numeric_limits<std::uint32_t>::max();

/// A whole number. Without a maximum, numbers above kNoMaximum are taken as kNoMaximum.
struct IntegerRule {
    std::uint32_t minimum;
    std::uint32_t maximum;
    void (*take)(Draft&, std::uint32_t);
};

/// One of the given strings. Another one may come from a newer file: where it is left out, nothing is taken, and the
/// member keeps its default.
struct ChoiceRule {
    std::span<const std::string_view> choices;
    void (*take)(Draft&, std::size_t choice);
};

struct ListRule {
    const Rule* item;
    std::size_t minItems;
};

struct ObjectRule {
    std::span<const FieldRule> fields;
    void (*begin)(Draft&); // makes its place in the draft; null: it has one
    bool hasRange;         // some of its fields are the start and the end of a range of days

    template <std::size_t count>
    constexpr ObjectRule(const FieldRule (&itsFields)[count], void (*itsBegin)(Draft&), bool itHasRange = false)
        : fields(itsFields), begin(itsBegin), hasRange(itHasRange) {
        static_assert(count <= 32, "The reader notes in 32 bits which fields it has met.");
    }
};

struct Rule {
    std::variant<TextRule, VariantRule, StringRule, IdRule, ReferenceRule, DateRule, TimeOfDayRule, IntegerRule,
                 ChoiceRule, ListRule, const ObjectRule*>
        of;
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
