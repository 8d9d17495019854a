#include "programme/reader.h"

#include "base/utf8.h"
#include "programme/draft.h"
#include "programme/file_size.h"
#include "programme/findings.h"
#include "programme/forms.h"
#include "programme/json_parser.h"
#include "programme/json_text.h"
#include "programme/rules.h"

#include <algorithm>
#include <type_traits>

namespace programme {
namespace {

constexpr std::size_t kMaxTextLength = 20000; // code points
constexpr std::size_t kMaxCandidates = 10000; // ids that an unknown one is compared with, to limit the time

constexpr Rule kVariantRule = {VariantRule{}};

std::string joined(const std::vector<std::string_view>& words) {
    std::string text;
    for (const std::string_view word : words) text.append(text.empty() ? "" : ", ").append(word);
    return text;
}

// The names of the types in kTypes of describe.cpp.
std::string_view typeName(const TextRule& /*rule*/) {
    return "text";
}
std::string_view typeName(const IntegerRule& /*rule*/) {
    return "integer";
}
std::string_view typeName(const ListRule& /*rule*/) {
    return "list";
}
std::string_view typeName(const ObjectRule* /*rule*/) {
    return "object";
}
template <typename StringLike>
std::string_view typeName(const StringLike& /*rule*/) {
    return "string";
}

/// Whether the text has the form YYYY-MM-DD; the day need not exist.
bool isWrittenAsDay(std::string_view text) {
    constexpr std::string_view kPattern = "0000-00-00";
    return text.size() == kPattern.size() && std::ranges::equal(text, kPattern, [](char c, char wanted) {
               return wanted == '0' ? c >= '0' && c <= '9' : c == wanted;
           });
}

/// Handles the events of the parser. A stack of frames, one for each object or list that is open, says which rule
/// applies to the next value. `Collected` is Findings, or AnyFinding: then the details of problems, which are computed
/// only where they are asked for, are no part of the reader.
template <typename Collected>
class Reader final : private JsonHandler {
public:
    Reader(std::string_view bytes, const ReadOptions& options)
        : text_(bytes), options_(options), draft_(bytes.size()), findings_(bytes), unknownParts_(bytes) {}

    /// Reads the whole file. Whether it has no problem.
    [[nodiscard]] bool run();
    /// To be called where run() was successful.
    [[nodiscard]] Programme takeProgramme();
    /// The problems where run() was not successful.
    [[nodiscard]] Collected& findings() { return findings_; }
    /// The unknown parts that are left out.
    [[nodiscard]] Collected& unknownParts() { return unknownParts_; }

private:
    enum class FrameKind : std::uint8_t { object, text, list, ignored };
    struct Frame {
        FrameKind kind;
        Offset offset;                      // of the opening bracket
        const Rule* next = nullptr;         // rule for the next value; null: the value is not checked and not stored
        const ObjectRule* object = nullptr; // of an object
        std::size_t minItems = 0;           // of a list
        std::uint32_t list = 0;             // of a list: its number in the file, from 1
        std::uint32_t field = 0;            // of an object: index of the field after the last one read
        std::uint32_t seenFields = 0;       // of an object: one bit for each field that was read
        std::uint32_t count = 0;            // of values begun
    };
    struct PlacedText {
        Text value;
        Offset offset;
    };

    bool onObjectStart(JsonToken token) override;
    bool onObjectEnd(JsonToken token) override;
    bool onListStart(JsonToken token) override;
    bool onListEnd(JsonToken token) override;
    bool onKey(JsonToken token, std::string_view name) override;
    bool onString(JsonToken token, std::string_view value) override;
    bool onNumber(JsonToken token, const JsonNumber& number) override;
    void onTooLargeNumber(JsonToken token) override;
    bool onWord(JsonToken token) override;

    /// To be called first in each event.
    void begin(JsonToken token);
    const Rule* nextRule();
    bool push(Frame frame);
    bool canGoOn() const { return !findings_.areTooMany(); }

    // Each of these checks a value by a rule and stores it. The template is for the rules that accept no string: it
    // reports a problem.
    void read(const TextRule& rule, std::string_view value);
    void read(const VariantRule& rule, std::string_view value);
    void read(const StringRule& rule, std::string_view value);
    void read(const IdRule& rule, std::string_view value);
    void read(const ReferenceRule& rule, std::string_view value);
    void read(const DateRule& rule, std::string_view value);
    void read(const TimeOfDayRule& rule, std::string_view value);
    void read(const ChoiceRule& rule, std::string_view value);
    template <typename OtherRule>
    void read(const OtherRule& rule, std::string_view value);
    void read(const IntegerRule& rule, const JsonNumber& number);

    bool checkForm(const StringForm& form, std::string_view value);
    bool checkLength(std::string_view value, std::size_t maximum);
    bool checkText(std::string_view value);

    void keyOfObject(Frame& frame, std::string_view name);
    void keyOfText(Frame& frame, std::string_view name);
    void endObject(const Frame& frame);
    void endText(const Frame& frame);
    void beginText(Text& slot);
    void addVariant(std::string_view value);
    std::optional<LanguageIndex> languageOf(std::string_view tag);
    void checkDefaultLanguage(const PlacedText& placed);

    // Checks and changes that need the whole file.
    void checkUncheckedTexts();
    void checkReferences(const IdTable& table, std::string_view listName);
    void resolveReferences();
    void putDefaultLanguageFirst();

    void reportType(const Rule& rule);
    template <typename KnownFunction>
    void reportUnknown(ProblemCode code, std::string_view name, const KnownFunction& known);

    std::string_view text_;
    ReadOptions options_;
    std::size_t tokenStart_ = 0; // of the present event
    std::vector<Frame> frames_;
    std::uint32_t listCount_ = 0;

    Draft draft_;
    Text* openText_ = nullptr;
    std::optional<LanguageIndex> language_;  // of the text's variant that is read next; none: the variant is not stored
    std::vector<PlacedText> uncheckedTexts_; // those that were read before the default language

    Collected findings_;
    Collected unknownParts_; // with UnknownParts::areLeftOut
};

// -- Events ---------------------------------------------------------------------------------------------------------

template <typename Collected>
void Reader<Collected>::begin(JsonToken token) {
    tokenStart_ = token.begin;
    draft_.progress.readBytes = token.end;
}

template <typename Collected>
bool Reader<Collected>::onString(JsonToken token, std::string_view value) {
    begin(token);
    if (const Rule* rule = nextRule())
        std::visit([&](const auto& alternative) { read(alternative, value); }, rule->alternative);
    return canGoOn();
}

template <typename Collected>
bool Reader<Collected>::onNumber(JsonToken token, const JsonNumber& number) {
    begin(token);
    const Rule* rule = nextRule();
    if (!rule) return true;
    if (const auto* integer = std::get_if<IntegerRule>(&rule->alternative))
        read(*integer, number);
    else
        reportType(*rule);
    return canGoOn();
}

template <typename Collected>
void Reader<Collected>::onTooLargeNumber(JsonToken token) {
    findings_.add(ProblemCode::outOfRange, token.begin, [] { return FindingDetails{"< 1.8e308"}; });
}

template <typename Collected>
bool Reader<Collected>::onWord(JsonToken token) {
    begin(token);
    if (const Rule* rule = nextRule()) reportType(*rule);
    return canGoOn();
}

template <typename Collected>
bool Reader<Collected>::onObjectStart(JsonToken token) {
    begin(token);
    Frame frame{FrameKind::ignored, static_cast<Offset>(token.begin)};
    if (const Rule* rule = nextRule()) {
        if (const auto* object = std::get_if<const ObjectRule*>(&rule->alternative)) {
            frame.kind = FrameKind::object;
            frame.object = *object;
            if ((*object)->begin) (*object)->begin(draft_);
            if ((*object)->hasRange) draft_.start = draft_.end = std::nullopt;
        } else if (const auto* ofText = std::get_if<TextRule>(&rule->alternative)) {
            frame.kind = FrameKind::text;
            beginText(ofText->slot(draft_));
        } else {
            reportType(*rule);
        }
    }
    return push(frame);
}

template <typename Collected>
bool Reader<Collected>::onListStart(JsonToken token) {
    begin(token);
    Frame frame{FrameKind::ignored, static_cast<Offset>(token.begin)};
    if (const Rule* rule = nextRule()) {
        if (const auto* list = std::get_if<ListRule>(&rule->alternative)) {
            frame.kind = FrameKind::list;
            frame.next = list->item;
            frame.minItems = list->minItems;
            frame.list = ++listCount_;
        } else {
            reportType(*rule);
        }
    }
    return push(frame);
}

template <typename Collected>
bool Reader<Collected>::onKey(JsonToken token, std::string_view name) {
    begin(token);
    Frame& frame = frames_.back();
    if (frame.kind == FrameKind::object) keyOfObject(frame, name);
    if (frame.kind == FrameKind::text) keyOfText(frame, name);
    return canGoOn();
}

template <typename Collected>
bool Reader<Collected>::onObjectEnd(JsonToken token) {
    begin(token);
    const Frame frame = frames_.back();
    frames_.pop_back();
    if (frame.kind == FrameKind::object) endObject(frame);
    if (frame.kind == FrameKind::text) endText(frame);
    return canGoOn();
}

template <typename Collected>
bool Reader<Collected>::onListEnd(JsonToken token) {
    begin(token);
    const Frame frame = frames_.back();
    frames_.pop_back();
    if (frame.count < frame.minItems) {
        findings_.add(ProblemCode::tooFewItems, frame.offset,
                      [&] { return FindingDetails{std::to_string(frame.minItems)}; });
    }
    return canGoOn();
}

// -- Frames ---------------------------------------------------------------------------------------------------------

template <typename Collected>
const Rule* Reader<Collected>::nextRule() {
    if (frames_.empty()) return &kProgrammeRule;
    ++frames_.back().count;
    return frames_.back().next;
}

template <typename Collected>
bool Reader<Collected>::push(Frame frame) {
    if (frames_.size() == kMaxDepth) {
        findings_.add(ProblemCode::tooDeep, frame.offset, [] { return FindingDetails{std::to_string(kMaxDepth)}; });
        return false;
    }
    frames_.push_back(frame);
    return canGoOn();
}

template <typename Collected>
void Reader<Collected>::keyOfObject(Frame& frame, std::string_view name) {
    const std::span<const FieldRule> fields = frame.object->fields;
    // Most files have the keys in the order of the schema, so the field after the last one is tried first.
    std::size_t field = frame.field;
    if (field >= fields.size() || fields[field].key != name)
        field = static_cast<std::size_t>(std::ranges::find(fields, name, &FieldRule::key) - fields.begin());
    frame.next = nullptr;
    if (field == fields.size()) {
        reportUnknown(ProblemCode::unknownKey, name, [fields] {
            std::vector<std::string_view> keys;
            for (const FieldRule& known : fields) keys.push_back(known.key);
            return keys;
        });
        return;
    }
    const std::uint32_t bit = std::uint32_t{1} << field;
    if (frame.seenFields & bit) {
        findings_.add(ProblemCode::repeatedKey, tokenStart_);
        return;
    }
    frame.seenFields |= bit;
    frame.field = static_cast<std::uint32_t>(field + 1);
    frame.next = &fields[field].rule;
}

template <typename Collected>
void Reader<Collected>::endObject(const Frame& frame) {
    for (std::size_t field = 0; field < frame.object->fields.size(); ++field) {
        const FieldRule& rule = frame.object->fields[field];
        if (rule.isRequired && !(frame.seenFields & std::uint32_t{1} << field)) {
            findings_.add(ProblemCode::missingKey, frame.offset, [&] { return FindingDetails{std::string(rule.key)}; });
        }
    }
    if (frame.object->hasRange && draft_.start && draft_.end && draft_.end->date.last < draft_.start->date.first) {
        findings_.add(ProblemCode::endBeforeStart, draft_.end->offset,
                      [&] { return FindingDetails{quoteToken(text_, draft_.start->offset)}; });
    }
}

// -- Texts ----------------------------------------------------------------------------------------------------------

template <typename Collected>
void Reader<Collected>::beginText(Text& slot) {
    openText_ = &slot;
    slot = {static_cast<std::uint32_t>(draft_.programme.variants.size()), 0};
}

template <typename Collected>
void Reader<Collected>::addVariant(std::string_view value) {
    draft_.addVariant({draft_.keepString(value), *language_});
    ++openText_->variantCount;
}

template <typename Collected>
void Reader<Collected>::read(const TextRule& rule, std::string_view value) {
    if (!checkText(value)) return;
    beginText(rule.slot(draft_));
    language_ = kEveryLanguage;
    addVariant(value);
}

template <typename Collected>
void Reader<Collected>::read(const VariantRule& /*rule*/, std::string_view value) {
    if (checkText(value) && language_) addVariant(value);
}

template <typename Collected>
void Reader<Collected>::keyOfText(Frame& frame, std::string_view name) {
    frame.next = &kVariantRule;
    language_ = std::nullopt;
    if (!checkForm(kLanguageForm, name)) return;
    language_ = languageOf(name);
    const auto& variants = draft_.programme.variants;
    const auto ofThisText = std::span(variants).subspan(openText_->firstVariant);
    if (language_ && std::ranges::find(ofThisText, *language_, &TextVariant::language) != ofThisText.end()) {
        findings_.add(ProblemCode::repeatedKey, tokenStart_);
        language_ = std::nullopt;
    }
}

template <typename Collected>
void Reader<Collected>::endText(const Frame& frame) {
    const PlacedText placed{*openText_, frame.offset};
    if (frame.count == 0)
        findings_.add(ProblemCode::tooFewItems, frame.offset, [] { return FindingDetails{"1"}; });
    else if (draft_.defaultLanguage.isEmpty())
        uncheckedTexts_.push_back(placed);
    else
        checkDefaultLanguage(placed);
}

template <typename Collected>
std::optional<LanguageIndex> Reader<Collected>::languageOf(std::string_view tag) {
    std::vector<std::string>& languages = draft_.programme.languages;
    // Most files have the languages of all texts in the same order, so the one after the last is tried first.
    const std::size_t following = language_ && *language_ + 1u < languages.size() ? *language_ + 1u : 0u;
    if (following < languages.size() && languages[following] == tag) return static_cast<LanguageIndex>(following);
    const auto known = std::ranges::find(languages, tag);
    if (known == languages.end() && languages.size() == kMaxLanguages) {
        findings_.add(ProblemCode::tooManyLanguages, tokenStart_,
                      [] { return FindingDetails{std::to_string(kMaxLanguages)}; });
        return std::nullopt;
    }
    const auto index = static_cast<LanguageIndex>(known - languages.begin());
    if (known == languages.end()) languages.emplace_back(tag);
    return index;
}

// -- Values ---------------------------------------------------------------------------------------------------------

template <typename Collected>
bool Reader<Collected>::checkLength(std::string_view value, std::size_t maximum) {
    if (value.size() <= maximum) return true;
    const std::size_t length = base::countCodePoints(value);
    if (length <= maximum) return true;
    findings_.add(ProblemCode::tooLong, tokenStart_,
                  [&] { return FindingDetails{.allowed = std::to_string(maximum), .found = std::to_string(length)}; });
    return false;
}

template <typename Collected>
bool Reader<Collected>::checkText(std::string_view value) {
    if (!value.empty()) return checkLength(value, kMaxTextLength);
    findings_.add(ProblemCode::tooShort, tokenStart_);
    return false;
}

template <typename Collected>
bool Reader<Collected>::checkForm(const StringForm& form, std::string_view value) {
    if (form.accepts(value)) return checkLength(value, form.maxLength);
    if (form.name.empty())
        findings_.add(ProblemCode::tooShort, tokenStart_);
    else
        findings_.add(ProblemCode::wrongForm, tokenStart_, [&] { return FindingDetails{std::string(form.name)}; });
    return false;
}

template <typename Collected>
void Reader<Collected>::read(const StringRule& rule, std::string_view value) {
    if (checkForm(*rule.form, value) && rule.slot) rule.slot(draft_) = draft_.keepString(value);
}

template <typename Collected>
void Reader<Collected>::read(const IdRule& rule, std::string_view value) {
    if (!checkForm(kIdForm, value)) return;
    IdTable& table = rule.table(draft_);
    const Symbol symbol = table.symbolOf(value);
    rule.slot(draft_) = table.stringOf(symbol);
    if (!table.define(symbol)) findings_.add(ProblemCode::repeatedId, tokenStart_);
}

template <typename Collected>
void Reader<Collected>::read(const ReferenceRule& rule, std::string_view value) {
    if (!checkForm(kIdForm, value)) return;
    IdTable& table = rule.table(draft_);
    const Symbol symbol = table.symbolOf(value);
    const Frame& frame = frames_.back();
    if (frame.kind == FrameKind::list && !table.addToList(symbol, frame.list)) {
        findings_.add(ProblemCode::repeatedItem, tokenStart_);
        return;
    }
    rule.store(draft_, symbol);
    if (!table.definitionOf(symbol)) table.addOpenReference(symbol, static_cast<Offset>(tokenStart_));
}

template <typename Collected>
void Reader<Collected>::read(const DateRule& rule, std::string_view value) {
    std::optional<DateOrMonth> date = parseDateOrMonth(value);
    if (date && date->isMonth && rule.form == DateForm::day) date = std::nullopt;
    if (!date) {
        if (isWrittenAsDay(value))
            findings_.add(ProblemCode::noSuchDay, tokenStart_);
        else
            findings_.add(ProblemCode::wrongForm, tokenStart_,
                          [&] { return FindingDetails{rule.form == DateForm::day ? "day" : "dateOrMonth"}; });
        return;
    }
    rule.store(draft_, *date);
    (rule.rangeEnd == RangeEnd::start ? draft_.start : draft_.end) =
        PlacedDate{*date, static_cast<Offset>(tokenStart_)};
}

template <typename Collected>
void Reader<Collected>::read(const TimeOfDayRule& rule, std::string_view value) {
    if (const std::optional<int> minuteOfDay = parseTimeOfDay(value))
        rule.store(draft_, *minuteOfDay);
    else
        findings_.add(ProblemCode::wrongForm, tokenStart_, [] { return FindingDetails{"timeOfDay"}; });
}

template <typename Collected>
void Reader<Collected>::read(const ChoiceRule& rule, std::string_view value) {
    const auto choice = std::ranges::find(rule.choices, value);
    if (choice != rule.choices.end()) {
        rule.store(draft_, static_cast<std::size_t>(choice - rule.choices.begin()));
        return;
    }
    reportUnknown(ProblemCode::wrongValue, value,
                  [&] { return std::vector<std::string_view>(rule.choices.begin(), rule.choices.end()); });
}

template <typename Collected>
template <typename OtherRule>
void Reader<Collected>::read(const OtherRule& rule, std::string_view /*value*/) {
    findings_.add(ProblemCode::wrongType, tokenStart_, [&] { return FindingDetails{std::string(typeName(rule))}; });
}

template <typename Collected>
void Reader<Collected>::read(const IntegerRule& rule, const JsonNumber& number) {
    // 1.0 is a whole number in JSON Schema.
    if (!number.isWhole) {
        findings_.add(ProblemCode::wrongType, tokenStart_, [&] { return FindingDetails{std::string(typeName(rule))}; });
        return;
    }
    const bool hasMaximum = rule.maximum != kNoMaximum;
    const bool isNegative = number.isNegative && number.magnitude > 0; // -0 is 0
    if (!isNegative && number.magnitude >= rule.minimum && (number.magnitude <= rule.maximum || !hasMaximum)) {
        rule.store(draft_, static_cast<std::uint32_t>(std::min<std::uint64_t>(number.magnitude, rule.maximum)));
        return;
    }
    const ProblemCode code = rule.minimum == rule.maximum ? ProblemCode::wrongValue : ProblemCode::outOfRange;
    findings_.add(code, tokenStart_, [&]() -> FindingDetails {
        const std::string minimum = std::to_string(rule.minimum);
        if (rule.minimum == rule.maximum) return {minimum};
        if (hasMaximum) return {minimum + "–" + std::to_string(rule.maximum)};
        return {"≥ " + minimum};
    });
}

// -- The end --------------------------------------------------------------------------------------------------------

template <typename Collected>
void Reader<Collected>::checkDefaultLanguage(const PlacedText& placed) {
    const std::string_view wanted = draft_.programme.in(draft_.defaultLanguage);
    const auto variants =
        std::span(draft_.programme.variants).subspan(placed.value.firstVariant).first(placed.value.variantCount);
    const auto tagOf = [this](const TextVariant& variant) -> std::string_view {
        return draft_.programme.languages[variant.language];
    };
    if (std::ranges::find(variants, wanted, tagOf) != variants.end()) return;
    findings_.add(ProblemCode::missingDefaultLanguage, placed.offset, [&] {
        std::vector<std::string_view> tags;
        for (const TextVariant& variant : variants) tags.push_back(tagOf(variant));
        return FindingDetails{.allowed = std::string(wanted), .found = joined(tags)};
    });
}

// Each of the checks at the end stops after more problems than can be listed, to limit the time.

template <typename Collected>
void Reader<Collected>::checkUncheckedTexts() {
    if (draft_.defaultLanguage.isEmpty()) return; // reported as a missing key
    const std::size_t before = findings_.count();
    for (const PlacedText& placed : uncheckedTexts_) {
        checkDefaultLanguage(placed);
        if (findings_.count() - before > kMaxProblems) return;
    }
}

template <typename Collected>
void Reader<Collected>::checkReferences(const IdTable& table, std::string_view listName) {
    if (table.openReferences().empty()) return;
    const std::size_t before = findings_.count();
    std::vector<std::string_view> known; // computed where an id is unknown
    for (const IdTable::Reference& reference : table.openReferences()) {
        if (table.definitionOf(reference.symbol)) continue;
        findings_.add(ProblemCode::unknownReference, reference.offset, [&] {
            if (known.empty()) known = table.definedIds();
            known.resize(std::min(known.size(), kMaxCandidates));
            const std::string_view id = draft_.programme.in(table.stringOf(reference.symbol));
            return FindingDetails{std::string(listName), std::string(nearestOf(id, known))};
        });
        if (findings_.count() - before > kMaxProblems) return;
    }
}

/// Replaces symbols by indices: while the file is read, the draft stores symbols in place of the indices of skills and
/// groups, because an id may be referred to before its item is read. Every symbol is defined by now.
template <typename Collected>
void Reader<Collected>::resolveReferences() {
    const auto resolve = [](const IdTable& table, std::uint32_t& index) { index = *table.definitionOf(index); };
    for (Skill& skill : draft_.programme.skills)
        if (skill.group) resolve(draft_.skillGroupIds, *skill.group);
    for (Challenge& challenge : draft_.programme.challenges) {
        for (Profile& profile : challenge.profiles) {
            for (SkillIndex& skill : profile.skills) resolve(draft_.skillIds, skill);
            for (SkillIndex& skill : profile.preferredSkills) resolve(draft_.skillIds, skill);
        }
    }
}

template <typename Collected>
void Reader<Collected>::putDefaultLanguageFirst() {
    std::vector<std::string>& languages = draft_.programme.languages;
    const std::string tag(draft_.programme.in(draft_.defaultLanguage));
    const auto found = std::ranges::find(languages, tag);
    const auto place = static_cast<LanguageIndex>(found - languages.begin());
    if (found != languages.end()) languages.erase(found);
    languages.insert(languages.begin(), tag);
    if (place == 0) return;
    for (TextVariant& variant : draft_.programme.variants) {
        if (variant.language == place)
            variant.language = 0;
        else if (variant.language < place)
            ++variant.language;
    }
}

template <typename Collected>
void Reader<Collected>::reportType(const Rule& rule) {
    findings_.add(ProblemCode::wrongType, tokenStart_, [&] {
        const auto nameOf = [](const auto& alternative) { return typeName(alternative); };
        return FindingDetails{std::string(std::visit(nameOf, rule.alternative))};
    });
}

/// Reports that the string just read is a key or a value that is not among the known ones.
template <typename Collected>
template <typename KnownFunction>
void Reader<Collected>::reportUnknown(ProblemCode code, std::string_view name, const KnownFunction& known) {
    Collected& findings = options_.unknownParts == UnknownParts::areLeftOut ? unknownParts_ : findings_;
    if (findings.areTooMany()) return;
    findings.add(code, tokenStart_, [&] {
        const std::vector<std::string_view> names = known();
        return FindingDetails{joined(names), std::string(nearestOf(name, names))};
    });
}

template <typename Collected>
bool Reader<Collected>::run() {
    const JsonResult result = parseJson(text_, *this);
    if (result.end == JsonEnd::mistake) findings_.addSyntaxMistake(result.readBytes);
    if (result.end == JsonEnd::complete) {
        checkUncheckedTexts();
        checkReferences(draft_.skillGroupIds, "skillGroups");
        checkReferences(draft_.skillIds, "skills");
    }
    return findings_.isEmpty();
}

template <typename Collected>
Programme Reader<Collected>::takeProgramme() {
    resolveReferences();
    putDefaultLanguageFirst();
    return std::move(draft_.programme);
}

} // namespace

Problem tooLarge(std::size_t byteCount) {
    return {ProblemCode::tooLarge, {}, "", std::to_string(byteCount), std::to_string(kMaxBytes), ""};
}

ReadResult read(std::string_view bytes, const ReadOptions& options) {
    if (bytes.size() > kMaxBytes) return {std::nullopt, {tooLarge(bytes.size())}, {}};
    Reader<Findings> reader(bytes, options);
    if (reader.run()) return {reader.takeProgramme(), {}, reader.unknownParts().list(options.columns)};
    // An unknown key may be the misspelt name of a missing one.
    reader.findings().add(std::move(reader.unknownParts()));
    return {std::nullopt, reader.findings().list(options.columns), {}};
}

ShownFile readToShow(std::string_view bytes) {
    if (bytes.size() > kMaxBytes) return {};
    Reader<AnyFinding> reader(bytes, {.unknownParts = UnknownParts::areLeftOut});
    if (!reader.run()) return {};
    return {reader.takeProgramme(), !reader.unknownParts().isEmpty()};
}

} // namespace programme
