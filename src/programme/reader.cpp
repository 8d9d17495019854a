#include "programme/reader.h"

#include "base/utf8.h"
#include "programme/draft.h"
#include "programme/file_size.h"
#include "programme/findings.h"
#include "programme/forms.h"
#include "programme/json_text.h"
#include "programme/rules.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace programme {
namespace {

constexpr std::size_t kMaxTextLength = 20000; // code points
constexpr std::size_t kMaxCandidates = 10000; // ids that an unknown one is compared with, to limit the time
constexpr int kNumberOverflow = 406;          // id of nlohmann::json::out_of_range: a number too large for a double

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

/// Handles the SAX events of nlohmann-json. A stack of frames, one for each object or list that is open, says which
/// rule applies to the next value.
class Reader {
public:
    Reader(std::string_view bytes, const ReadOptions& options)
        : text_(bytes), options_(options), draft_(bytes.size()), findings_(bytes), unknownParts_(bytes) {}

    ReadResult run();

    // NOLINTBEGIN(readability-identifier-naming): nlohmann-json names its events.
    bool null() { return readOther(); }
    bool boolean(bool /*value*/) { return readOther(); }
    bool number_integer(std::int64_t value) { return readNumber(static_cast<double>(value)); }
    bool number_unsigned(std::uint64_t value) { return readNumber(static_cast<double>(value)); }
    bool number_float(double value, const std::string& /*written*/) { return readNumber(value); }
    bool binary(std::vector<std::uint8_t>& /*value*/) { return false; } // only binary formats have it
    bool string(std::string& value);
    bool start_object(std::size_t /*size*/);
    bool start_array(std::size_t /*size*/);
    bool key(std::string& name);
    bool end_object();
    bool end_array();
    bool parse_error(std::size_t /*position*/, const std::string& /*token*/, const nlohmann::json::exception& error);
    // NOLINTEND(readability-identifier-naming)

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

    // The offset where the token of the present event begins.
    std::size_t stringStart() const { return startOfString(text_, cursor_); }
    std::size_t numberStart() const { return startOfNumber(text_, cursor_); }
    std::size_t tokenStart() const;

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
    void read(const IntegerRule& rule, double value);
    bool readNumber(double value);
    bool readOther();

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

    void reportType(const Rule& rule, std::size_t offset);
    void reportUnknown(ProblemCode code, std::string_view name, const std::vector<std::string_view>& known);

    std::string_view text_;
    ReadOptions options_;
    std::size_t end_ = 0; // the offset after the object or list that was closed last
    std::vector<Frame> frames_;
    std::uint32_t listCount_ = 0;
    bool isJson_ = true;

    Draft draft_;
    std::size_t& cursor_ = draft_.progress.readBytes;
    Text* openText_ = nullptr;
    std::optional<LanguageIndex> language_;  // of the text's variant that is read next; none: the variant is not stored
    std::vector<PlacedText> uncheckedTexts_; // those that were read before the default language

    Findings findings_;
    Findings unknownParts_; // with UnknownParts::areLeftOut
};

// -- Events ---------------------------------------------------------------------------------------------------------

bool Reader::string(std::string& value) {
    if (const Rule* rule = nextRule())
        std::visit([&](const auto& alternative) { read(alternative, std::string_view(value)); }, rule->alternative);
    return canGoOn();
}

bool Reader::readNumber(double value) {
    const Rule* rule = nextRule();
    if (!rule) return true;
    if (const auto* integer = std::get_if<IntegerRule>(&rule->alternative))
        read(*integer, value);
    else
        reportType(*rule, numberStart());
    return canGoOn();
}

bool Reader::readOther() {
    if (const Rule* rule = nextRule()) reportType(*rule, tokenStart());
    return canGoOn();
}

bool Reader::start_object(std::size_t /*size*/) {
    Frame frame{FrameKind::ignored, static_cast<Offset>(cursor_ - 1)};
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
            reportType(*rule, frame.offset);
        }
    }
    return push(frame);
}

bool Reader::start_array(std::size_t /*size*/) {
    Frame frame{FrameKind::ignored, static_cast<Offset>(cursor_ - 1)};
    if (const Rule* rule = nextRule()) {
        if (const auto* list = std::get_if<ListRule>(&rule->alternative)) {
            frame.kind = FrameKind::list;
            frame.next = list->item;
            frame.minItems = list->minItems;
            frame.list = ++listCount_;
        } else {
            reportType(*rule, frame.offset);
        }
    }
    return push(frame);
}

bool Reader::key(std::string& name) {
    Frame& frame = frames_.back();
    if (frame.kind == FrameKind::object) keyOfObject(frame, name);
    if (frame.kind == FrameKind::text) keyOfText(frame, name);
    return canGoOn();
}

bool Reader::end_object() {
    const Frame frame = frames_.back();
    frames_.pop_back();
    end_ = cursor_;
    if (frame.kind == FrameKind::object) endObject(frame);
    if (frame.kind == FrameKind::text) endText(frame);
    return canGoOn();
}

bool Reader::end_array() {
    const Frame frame = frames_.back();
    frames_.pop_back();
    end_ = cursor_;
    if (frame.count < frame.minItems)
        findings_.add(ProblemCode::tooFewItems, frame.offset, std::to_string(frame.minItems));
    return canGoOn();
}

bool Reader::parse_error(std::size_t /*position*/, const std::string& /*token*/,
                         const nlohmann::json::exception& error) {
    if (error.id == kNumberOverflow)
        findings_.add(ProblemCode::outOfRange, numberStart(), "< 1.8e308");
    else
        isJson_ = false;
    return false;
}

// -- Frames ---------------------------------------------------------------------------------------------------------

std::size_t Reader::tokenStart() const {
    const std::size_t length = text_[cursor_ - 1] == 'l' || text_.substr(0, cursor_).ends_with("true") ? 4 : 5;
    return cursor_ - length;
}

const Rule* Reader::nextRule() {
    if (frames_.empty()) return &kProgrammeRule;
    ++frames_.back().count;
    return frames_.back().next;
}

bool Reader::push(Frame frame) {
    if (frames_.size() == kMaxDepth) {
        findings_.add(ProblemCode::tooDeep, frame.offset, std::to_string(kMaxDepth));
        return false;
    }
    frames_.push_back(frame);
    return canGoOn();
}

void Reader::keyOfObject(Frame& frame, std::string_view name) {
    const std::span<const FieldRule> fields = frame.object->fields;
    // Most files have the keys in the order of the schema, so the field after the last one is tried first.
    std::size_t field = frame.field;
    if (field >= fields.size() || fields[field].key != name)
        field = static_cast<std::size_t>(std::ranges::find(fields, name, &FieldRule::key) - fields.begin());
    frame.next = nullptr;
    if (field == fields.size()) {
        std::vector<std::string_view> keys;
        for (const FieldRule& known : fields) keys.push_back(known.key);
        reportUnknown(ProblemCode::unknownKey, name, keys);
        return;
    }
    const std::uint32_t bit = std::uint32_t{1} << field;
    if (frame.seenFields & bit) {
        findings_.add(ProblemCode::repeatedKey, stringStart());
        return;
    }
    frame.seenFields |= bit;
    frame.field = static_cast<std::uint32_t>(field + 1);
    frame.next = &fields[field].rule;
}

void Reader::endObject(const Frame& frame) {
    for (std::size_t field = 0; field < frame.object->fields.size(); ++field) {
        const FieldRule& rule = frame.object->fields[field];
        if (rule.isRequired && !(frame.seenFields & std::uint32_t{1} << field))
            findings_.add(ProblemCode::missingKey, frame.offset, std::string(rule.key));
    }
    if (frame.object->hasRange && draft_.start && draft_.end && draft_.end->date.last < draft_.start->date.first)
        findings_.add(ProblemCode::endBeforeStart, draft_.end->offset, quoteToken(text_, draft_.start->offset));
}

// -- Texts ----------------------------------------------------------------------------------------------------------

void Reader::beginText(Text& slot) {
    openText_ = &slot;
    slot = {static_cast<std::uint32_t>(draft_.programme.variants.size()), 0};
}

void Reader::addVariant(std::string_view value) {
    draft_.addVariant({draft_.keepString(value), *language_});
    ++openText_->variantCount;
}

void Reader::read(const TextRule& rule, std::string_view value) {
    if (!checkText(value)) return;
    beginText(rule.slot(draft_));
    language_ = kEveryLanguage;
    addVariant(value);
}

void Reader::read(const VariantRule& /*rule*/, std::string_view value) {
    if (checkText(value) && language_) addVariant(value);
}

void Reader::keyOfText(Frame& frame, std::string_view name) {
    frame.next = &kVariantRule;
    language_ = std::nullopt;
    if (!checkForm(kLanguageForm, name)) return;
    language_ = languageOf(name);
    const auto& variants = draft_.programme.variants;
    const auto ofThisText = std::span(variants).subspan(openText_->firstVariant);
    if (language_ && std::ranges::find(ofThisText, *language_, &TextVariant::language) != ofThisText.end()) {
        findings_.add(ProblemCode::repeatedKey, stringStart());
        language_ = std::nullopt;
    }
}

void Reader::endText(const Frame& frame) {
    const PlacedText placed{*openText_, frame.offset};
    if (frame.count == 0)
        findings_.add(ProblemCode::tooFewItems, frame.offset, "1");
    else if (draft_.defaultLanguage.isEmpty())
        uncheckedTexts_.push_back(placed);
    else
        checkDefaultLanguage(placed);
}

std::optional<LanguageIndex> Reader::languageOf(std::string_view tag) {
    std::vector<std::string>& languages = draft_.programme.languages;
    // Most files have the languages of all texts in the same order, so the one after the last is tried first.
    const std::size_t following = language_ && *language_ + 1u < languages.size() ? *language_ + 1u : 0u;
    if (following < languages.size() && languages[following] == tag) return static_cast<LanguageIndex>(following);
    const auto known = std::ranges::find(languages, tag);
    if (known == languages.end() && languages.size() == kMaxLanguages) {
        findings_.add(ProblemCode::tooManyLanguages, stringStart(), std::to_string(kMaxLanguages));
        return std::nullopt;
    }
    const auto index = static_cast<LanguageIndex>(known - languages.begin());
    if (known == languages.end()) languages.emplace_back(tag);
    return index;
}

// -- Values ---------------------------------------------------------------------------------------------------------

bool Reader::checkLength(std::string_view value, std::size_t maximum) {
    if (value.size() <= maximum) return true;
    const std::size_t length = base::countCodePoints(value);
    if (length <= maximum) return true;
    findings_.add({ProblemCode::tooLong, stringStart(), std::to_string(length), std::to_string(maximum), ""});
    return false;
}

bool Reader::checkText(std::string_view value) {
    if (!value.empty()) return checkLength(value, kMaxTextLength);
    findings_.add(ProblemCode::tooShort, stringStart());
    return false;
}

bool Reader::checkForm(const StringForm& form, std::string_view value) {
    if (form.accepts(value)) return checkLength(value, form.maxLength);
    if (form.name.empty())
        findings_.add(ProblemCode::tooShort, stringStart());
    else
        findings_.add(ProblemCode::wrongForm, stringStart(), std::string(form.name));
    return false;
}

void Reader::read(const StringRule& rule, std::string_view value) {
    if (checkForm(*rule.form, value) && rule.slot) rule.slot(draft_) = draft_.keepString(value);
}

void Reader::read(const IdRule& rule, std::string_view value) {
    if (!checkForm(kIdForm, value)) return;
    IdTable& table = rule.table(draft_);
    const Symbol symbol = table.symbolOf(value);
    rule.slot(draft_) = table.stringOf(symbol);
    if (!table.define(symbol)) findings_.add(ProblemCode::repeatedId, stringStart());
}

void Reader::read(const ReferenceRule& rule, std::string_view value) {
    if (!checkForm(kIdForm, value)) return;
    IdTable& table = rule.table(draft_);
    const Symbol symbol = table.symbolOf(value);
    const Frame& frame = frames_.back();
    if (frame.kind == FrameKind::list && !table.addToList(symbol, frame.list)) {
        findings_.add(ProblemCode::repeatedItem, stringStart());
        return;
    }
    rule.store(draft_, symbol);
    if (!table.definitionOf(symbol)) table.addOpenReference(symbol, static_cast<Offset>(stringStart()));
}

void Reader::read(const DateRule& rule, std::string_view value) {
    std::optional<DateOrMonth> date = parseDateOrMonth(value);
    if (date && date->isMonth && rule.form == DateForm::day) date = std::nullopt;
    if (!date) {
        if (isWrittenAsDay(value))
            findings_.add(ProblemCode::noSuchDay, stringStart());
        else
            findings_.add(ProblemCode::wrongForm, stringStart(), rule.form == DateForm::day ? "day" : "dateOrMonth");
        return;
    }
    rule.store(draft_, *date);
    (rule.rangeEnd == RangeEnd::start ? draft_.start : draft_.end) = {*date, static_cast<Offset>(stringStart())};
}

void Reader::read(const TimeOfDayRule& rule, std::string_view value) {
    if (const std::optional<int> minuteOfDay = parseTimeOfDay(value))
        rule.store(draft_, *minuteOfDay);
    else
        findings_.add(ProblemCode::wrongForm, stringStart(), "timeOfDay");
}

void Reader::read(const ChoiceRule& rule, std::string_view value) {
    const auto choice = std::ranges::find(rule.choices, value);
    if (choice != rule.choices.end()) {
        rule.store(draft_, static_cast<std::size_t>(choice - rule.choices.begin()));
        return;
    }
    const std::vector<std::string_view> choices(rule.choices.begin(), rule.choices.end());
    reportUnknown(ProblemCode::wrongValue, value, choices);
}

template <typename OtherRule>
void Reader::read(const OtherRule& rule, std::string_view /*value*/) {
    findings_.add(ProblemCode::wrongType, stringStart(), std::string(typeName(rule)));
}

void Reader::read(const IntegerRule& rule, double value) {
    // 1.0 is a whole number in JSON Schema.
    if (std::trunc(value) != value) {
        findings_.add(ProblemCode::wrongType, numberStart(), std::string(typeName(rule)));
        return;
    }
    const bool hasMaximum = rule.maximum != kNoMaximum;
    if (value >= rule.minimum && (value <= rule.maximum || !hasMaximum)) {
        rule.store(draft_, static_cast<std::uint32_t>(std::min<double>(value, rule.maximum)));
        return;
    }
    const std::string minimum = std::to_string(rule.minimum);
    if (rule.minimum == rule.maximum)
        findings_.add(ProblemCode::wrongValue, numberStart(), minimum);
    else if (hasMaximum)
        findings_.add(ProblemCode::outOfRange, numberStart(), minimum + "–" + std::to_string(rule.maximum));
    else
        findings_.add(ProblemCode::outOfRange, numberStart(), "≥ " + minimum);
}

// -- The end --------------------------------------------------------------------------------------------------------

void Reader::checkDefaultLanguage(const PlacedText& placed) {
    const std::string_view wanted = draft_.programme.in(draft_.defaultLanguage);
    std::vector<std::string_view> tags;
    const auto variants = std::span(draft_.programme.variants).subspan(placed.value.firstVariant);
    for (const TextVariant& variant : variants.first(placed.value.variantCount)) {
        tags.push_back(draft_.programme.languages[variant.language]);
        if (tags.back() == wanted) return;
    }
    findings_.add({ProblemCode::missingDefaultLanguage, placed.offset, joined(tags), std::string(wanted), ""});
}

// Each of the checks at the end stops after more problems than can be listed, to limit the time.

void Reader::checkUncheckedTexts() {
    if (draft_.defaultLanguage.isEmpty()) return; // reported as a missing key
    const std::size_t before = findings_.count();
    for (const PlacedText& placed : uncheckedTexts_) {
        checkDefaultLanguage(placed);
        if (findings_.count() - before > kMaxProblems) return;
    }
}

void Reader::checkReferences(const IdTable& table, std::string_view listName) {
    if (table.openReferences().empty()) return;
    const std::size_t before = findings_.count();
    std::vector<std::string_view> known = table.definedIds();
    known.resize(std::min(known.size(), kMaxCandidates));
    for (const auto& [symbol, offset] : table.openReferences()) {
        if (table.definitionOf(symbol)) continue;
        const std::string_view id = draft_.programme.in(table.stringOf(symbol));
        findings_.add(ProblemCode::unknownReference, offset, std::string(listName), std::string(nearestOf(id, known)));
        if (findings_.count() - before > kMaxProblems) return;
    }
}

/// Replaces symbols by indices: while the file is read, the draft stores symbols in place of the indices of skills and
/// groups, because an id may be referred to before its item is read. Every symbol is defined by now.
void Reader::resolveReferences() {
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

void Reader::putDefaultLanguageFirst() {
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

void Reader::reportType(const Rule& rule, std::size_t offset) {
    const std::string_view type =
        std::visit([](const auto& alternative) { return typeName(alternative); }, rule.alternative);
    findings_.add(ProblemCode::wrongType, offset, std::string(type));
}

/// Reports that the string just read is a key or a value that is not among the known ones.
void Reader::reportUnknown(ProblemCode code, std::string_view name, const std::vector<std::string_view>& known) {
    Findings& findings = options_.unknownParts == UnknownParts::areLeftOut ? unknownParts_ : findings_;
    if (findings.areTooMany()) return;
    findings.add(code, stringStart(), joined(known), std::string(nearestOf(name, known)));
}

ReadResult Reader::run() {
    const CountingIterator first(text_.data(), &cursor_);
    const CountingIterator last(text_.data() + text_.size(), &cursor_);
    const bool wasRead = nlohmann::json::sax_parse(first, last, this);
    // nlohmann-json's lexer takes a null character for the end of the file.
    if (wasRead && end_ != 0 && skipWhiteSpace(text_, end_) < text_.size()) isJson_ = false;
    if (wasRead && isJson_) {
        checkUncheckedTexts();
        checkReferences(draft_.skillGroupIds, "skillGroups");
        checkReferences(draft_.skillIds, "skills");
    }
    if (!isJson_) findings_.addSyntaxMistake(cursor_);
    if (!findings_.isEmpty()) {
        // An unknown key may be the misspelt name of a missing one.
        findings_.add(std::move(unknownParts_));
        return {std::nullopt, findings_.list(options_.columns), {}};
    }
    resolveReferences();
    putDefaultLanguageFirst();
    return {std::move(draft_.programme), {}, unknownParts_.list(options_.columns)};
}

} // namespace

Problem tooLarge(std::size_t byteCount) {
    return {ProblemCode::tooLarge, {}, "", std::to_string(byteCount), std::to_string(kMaxBytes), ""};
}

ReadResult read(std::string_view bytes, const ReadOptions& options) {
    if (bytes.size() > kMaxBytes) return {std::nullopt, {tooLarge(bytes.size())}, {}};
    return Reader(bytes, options).run();
}

} // namespace programme
