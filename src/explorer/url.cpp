#include "explorer/url.h"

#include "base/ascii.h"
#include "base/number_table.h"
#include "base/utf8.h"
#include "explorer/crowd.h"
#include "explorer/facets.h"
#include "explorer/reduce.h"
#include "explorer/window.h"

#include <algorithm>
#include <array>

namespace explorer {

namespace {

constexpr std::string_view kChallenge = "defi";
constexpr std::string_view kQuery = "q";
constexpr std::string_view kLanguage = "lang";
constexpr std::string_view kView = "vue";
constexpr std::string_view kShortlist = "choix";
constexpr std::string_view kCompared = "compares";
constexpr std::string_view kMilestone = "etape";
constexpr std::string_view kCrowd = "etapes";
constexpr std::string_view kPeriod = "periode";
constexpr std::string_view kDuring = "pendant";
constexpr std::string_view kLines = "lignes";
constexpr std::string_view kDifferences = "ecarts";
constexpr std::string_view kLetterKeys = "touches";
constexpr std::string_view kNow = "now"; // not part of the state: parseNow() reads it

/// The names of parameters, except those of the facets.
constexpr std::array kOwnNames = {kChallenge, kQuery,  kLanguage, kView,  kShortlist,   kCompared,  kMilestone,
                                  kCrowd,     kPeriod, kDuring,   kLines, kDifferences, kLetterKeys};
/// Names that docs/address.md reserves for later releases. This release does not know their meaning, but takes them as
/// parameters of a visit.
constexpr std::array<std::string_view, 5> kReservedNames = {"ministere", "type", "distance", "tri", "programme"};

constexpr bool isFacetName(std::string_view name) {
    return std::ranges::any_of(kFacets, [name](const FacetRow& row) { return row.parameter == name; });
}

constexpr bool isReservedName(std::string_view name) {
    return std::ranges::find(kReservedNames, name) != kReservedNames.end();
}

constexpr bool isOwnName(std::string_view name) {
    return isFacetName(name) || std::ranges::find(kOwnNames, name) != kOwnNames.end();
}

static_assert(std::ranges::none_of(kOwnNames, isFacetName));
static_assert(std::ranges::none_of(kReservedNames, isOwnName) && !isOwnName(kNow) && !isReservedName(kNow));

constexpr std::string_view kFiltersView = "filtres";
constexpr std::string_view kShortlistView = "choix";
/// In the order of LinesView.
constexpr std::array<std::string_view, 4> kLinesViews = {"fermees", "competences", "organisme", "debut"};
constexpr std::string_view kComparisonView = "comparer";
constexpr std::string_view kOnlyDifferences = "oui";
constexpr std::string_view kRangeSeparator = "..";
constexpr std::string_view kWholePeriod = "tout";
constexpr std::string_view kLetterKeysOff = "non";

constexpr LanguageIndex kDefaultLanguage = 0;

void appendPercentEncoded(std::string& out, char byte) {
    out += '%';
    base::appendHex(out, byte, base::kUpperHexDigits);
}

/// The reverse of encodeFormComponent(); invalid UTF-8 becomes U+FFFD.
std::string decodeFormComponent(std::string_view text) {
    std::string bytes;
    for (std::size_t place = 0; place < text.size(); ++place) {
        const char c = text[place];
        const std::optional<char> byte = c == '%' ? base::parseHexByte(text.substr(place + 1)) : std::nullopt;
        bytes += byte.value_or(c == '+' ? ' ' : c);
        if (byte) place += 2;
    }
    return base::repairUtf8(bytes);
}

/// Removes from `text` everything up to and including the first `separator`, or all of it where there is none. Returns
/// what was removed without the separator.
std::string_view takeUntil(std::string_view& text, char separator) {
    const std::size_t end = text.find(separator);
    const std::string_view taken = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return taken;
}

struct Parameter {
    std::string_view raw;    // as in the address: "q=a%20b"
    std::string name, value; // decoded: "q", "a b"
};

/// https://url.spec.whatwg.org/#concept-urlencoded-parser
std::vector<Parameter> readParameters(std::string_view queryString) {
    if (queryString.starts_with('?')) queryString.remove_prefix(1);
    std::vector<Parameter> parameters;
    while (!queryString.empty()) {
        const std::string_view raw = takeUntil(queryString, '&');
        if (raw.empty()) continue;
        std::string_view value = raw;
        const std::string_view name = takeUntil(value, '=');
        parameters.push_back({raw, decodeFormComponent(name), decodeFormComponent(value)});
    }
    return parameters;
}

/// The parameters of an address.
class Address {
public:
    Address(std::string_view queryString, AddressNames names)
        : parameters_(readParameters(queryString)), prefix_(names.prefix) {}

    /// The parameter's name without the prefix; none for a parameter of the host page.
    std::optional<std::string_view> nameOf(const Parameter& parameter) const {
        std::string_view name = parameter.name;
        if (!name.starts_with(prefix_)) return std::nullopt;
        name.remove_prefix(prefix_.size());
        return name;
    }
    /// The value of the first parameter with this name; empty where there is none.
    std::string_view valueOf(const std::string_view& name) const {
        const auto found = std::ranges::find_if(parameters_, [&](const Parameter& one) { return nameOf(one) == name; });
        return found == parameters_.end() ? std::string_view() : std::string_view(found->value);
    }
    /// Whether the address has a parameter of a visit, known or reserved.
    bool hasVisit() const {
        return std::ranges::any_of(parameters_, [this](const Parameter& one) {
            const auto name = nameOf(one);
            return name && (isOwnName(*name) || isReservedName(*name));
        });
    }
    const std::vector<Parameter>& parameters() const { return parameters_; }

private:
    std::vector<Parameter> parameters_;
    std::string_view prefix_;
};

// In a list, ',' separates the values, and '*' escapes the character after it. A list with escapes keeps its meaning
// when another program decodes and encodes the address; with '%2C' in place of an escaped comma it would not.
constexpr char kSeparator = ',';
constexpr char kEscape = '*';

void appendListValue(std::string& encodedList, std::string_view value) {
    std::string escaped;
    for (const char c : value) {
        if (c == kSeparator || c == kEscape) escaped += kEscape;
        escaped += c;
    }
    if (!encodedList.empty()) encodedList += kSeparator;
    encodedList += encodeFormComponent(escaped);
}

/// The values of a list, unescaped, without empty ones.
std::vector<std::string> splitList(std::string_view list) {
    std::vector<std::string> values(1);
    for (std::size_t place = 0; place < list.size(); ++place) {
        const bool isEscaped = list[place] == kEscape && place + 1 < list.size();
        if (isEscaped) ++place;
        if (isEscaped || list[place] != kSeparator) {
            values.back() += list[place];
        } else if (!values.back().empty()) {
            values.emplace_back();
        }
    }
    if (values.back().empty()) values.pop_back();
    return values;
}

/// Stores the unknown parts of an address, up to kMaxUnknownBytes in all.
class UnknownKeeper {
public:
    void keep(std::vector<std::string>& list, std::string_view value) {
        if (takeRoom(value.size())) list.emplace_back(value);
    }
    /// `raw` is a whole parameter. Bytes that must not be in a query are percent-encoded.
    void keep(std::string& parameters, std::string_view raw) {
        std::string encoded;
        for (const char c : raw) {
            // The query percent-encode set (https://url.spec.whatwg.org/#special-query-percent-encode-set), and '?': at
            // the beginning of a query string it would be removed when the string is read.
            const bool isForbidden =
                c <= ' ' || c > '~' || std::string_view("\"#<>'?").find(c) != std::string_view::npos;
            if (isForbidden) {
                appendPercentEncoded(encoded, c);
            } else {
                encoded += c;
            }
        }
        if (!takeRoom(encoded.size())) return;
        if (!parameters.empty()) parameters += '&';
        parameters += encoded;
    }

private:
    bool takeRoom(std::size_t bytes) {
        if (bytes + 1 > room_) return false;
        room_ -= bytes + 1;
        return true;
    }
    std::size_t room_ = kMaxUnknownBytes; // bytes left
};

/// The indices of the items whose ids are in the list `text`, in the list's order, each once. Other ids go to
/// `unknown`. It goes through the items once, however long the list is.
std::vector<std::uint32_t> readIds(const std::vector<std::string_view>& items, std::string_view text,
                                   std::vector<std::string>& unknown, UnknownKeeper& keeper) {
    base::NumberTable numbers;
    std::vector<std::string> ids; // by their numbers: each once
    for (std::string& id : splitList(text)) {
        const auto isSame = [&](std::uint32_t number) { return ids[number] == id; };
        if (numbers.findOrAdd(base::hashOf(id), isSame).isNew) ids.push_back(std::move(id));
    }
    std::vector<std::optional<std::uint32_t>> indices(ids.size()); // of the items with these ids
    for (std::size_t index = 0; index < items.size(); ++index) {
        const auto isSame = [&](std::uint32_t number) { return ids[number] == items[index]; };
        const std::uint32_t number = numbers.find(base::hashOf(items[index]), isSame);
        if (number != base::NumberTable::kNone) indices[number] = static_cast<std::uint32_t>(index);
    }
    std::vector<std::uint32_t> found;
    for (std::size_t number = 0; number < ids.size(); ++number) {
        if (indices[number]) {
            found.push_back(*indices[number]);
        } else {
            keeper.keep(unknown, ids[number]);
        }
    }
    return found;
}

template <typename Item>
std::vector<std::uint32_t> readList(const programme::Programme& programme, const std::vector<Item>& items,
                                    std::string_view text, std::vector<std::string>& unknown, UnknownKeeper& keeper) {
    std::vector<std::string_view> ids;
    if (text.empty()) return {};
    for (const Item& item : items) ids.push_back(programme.in(item.id));
    return readIds(ids, text, unknown, keeper);
}

/// The encoded list of the items' ids and the unknown values.
template <typename Item>
std::string formatList(const programme::Programme& programme, const std::vector<Item>& items,
                       const std::vector<std::uint32_t>& indices, const std::vector<std::string>& unknown) {
    std::string list;
    for (const std::uint32_t index : indices) appendListValue(list, programme.in(items[index].id));
    for (const std::string& value : unknown) appendListValue(list, value);
    return list;
}

template <typename Item>
std::string joinIds(const programme::Programme& programme, const std::vector<Item>& items,
                    const std::vector<std::uint32_t>& indices) {
    std::string list;
    for (const std::uint32_t index : indices) {
        if (!list.empty()) list += ',';
        list += programme.in(items[index].id);
    }
    return list;
}

/// Writes parameters one after the other.
class AddressWriter {
public:
    explicit AddressWriter(AddressNames names) : prefix_(encodeFormComponent(names.prefix)) {}

    /// Does nothing if the value is empty.
    void append(const std::string_view& name, const std::string_view& encodedValue) {
        if (encodedValue.empty()) return;
        appendRaw(prefix_ + std::string(name) + "=" + std::string(encodedValue));
    }
    void appendRaw(std::string_view parameters) {
        if (parameters.empty()) return;
        if (!text_.empty()) text_ += '&';
        text_ += parameters;
    }
    const std::string& text() const { return text_; }

private:
    std::string prefix_;
    std::string text_;
};

std::string_view viewName(View view) {
    switch (view) {
    case View::challenges:
        return {};
    case View::filters:
        return kFiltersView;
    case View::comparison:
        return kComparisonView;
    case View::shortlist:
        return kShortlistView;
    }
    return {};
}

View parseView(std::string_view name) {
    if (name == kFiltersView) return View::filters;
    if (name == kShortlistView) return View::shortlist;
    if (name == kComparisonView) return View::comparison;
    return View::challenges;
}

std::optional<Period> parseDays(std::string_view text) {
    const std::size_t separator = text.find(kRangeSeparator);
    if (separator == std::string_view::npos) return std::nullopt;
    const std::optional<Day> first = programme::parseDay(text.substr(0, separator));
    const std::optional<Day> last = programme::parseDay(text.substr(separator + kRangeSeparator.size()));
    if (!first || !last || *last < *first) return std::nullopt;
    return Period{*first, *last};
}

std::optional<Window> parsePeriod(const Facts& facts, std::string_view text) {
    const std::optional<Period> period = parseDays(text);
    return period ? fitWindow(facts, windowOf(*period)) : std::nullopt;
}

/// The part of the period that is in the calendar; none where that is all or nothing of it.
std::optional<Period> parseDuring(const Facts& facts, std::string_view text) {
    const std::optional<Period> period = parseDays(text);
    if (!period) return std::nullopt;
    const Period& whole = facts.calendar;
    const Period cut{std::max(period->first, whole.first), std::min(period->last, whole.last)};
    return cut.first > cut.last || cut == whole ? std::nullopt : std::optional(cut);
}

std::string formatDays(const Period& period) {
    return programme::formatDay(period.first) + std::string(kRangeSeparator) + programme::formatDay(period.last);
}

std::optional<LinesView> parseLines(const Facts& facts, std::string_view name) {
    const auto found = std::ranges::find(kLinesViews, name);
    if (found == kLinesViews.end()) return std::nullopt;
    const auto view = static_cast<LinesView>(found - kLinesViews.begin());
    return view == facts.lines ? std::nullopt : std::optional(view);
}

/// Empty where the address has no period.
std::string formatPeriod(const Facts& facts, const State& state) {
    const std::optional<Period> period = state.period ? std::optional(roundToDays(facts, *state.period)) : std::nullopt;
    if (period && *period != facts.calendar) return formatDays(*period);
    // Without a period the address would lead back to the window at first.
    const bool showsWhole = period ? state.home.has_value() : state.showsWhole;
    return std::string(showsWhole ? kWholePeriod : std::string_view());
}

std::optional<Crowd> parseCrowd(const programme::Programme& programme, std::string_view text) {
    const std::size_t separator = text.find(kRangeSeparator);
    if (separator == std::string_view::npos) return std::nullopt;
    const auto first = programme.findMilestone(text.substr(0, separator));
    const auto last = programme.findMilestone(text.substr(separator + kRangeSeparator.size()));
    if (!first || !last || !isCrowd(programme, {*first, *last})) return std::nullopt;
    return Crowd{*first, *last};
}

LanguageIndex parseLanguage(const programme::Programme& programme, const Address& address,
                            LanguageIndex preferredLanguage) {
    if (const auto language = programme.findLanguage(address.valueOf(kLanguage))) return *language;
    return address.hasVisit() ? kDefaultLanguage : preferredLanguage;
}

/// Reads the parameters with lists, and the unknown ones.
void parseLists(const programme::Programme& programme, const Facts& facts, const Address& address, State& state) {
    UnknownKeeper keeper;
    for (const FacetRow& row : kFacets) {
        std::vector<std::string>& unknown = state.unknown.values[indexOf(row.facet)];
        state.*row.chosen =
            readList(programme, facts.of(row.facet).values, address.valueOf(row.parameter), unknown, keeper);
    }
    state.shortlist =
        readList(programme, programme.challenges, address.valueOf(kShortlist), state.unknown.shortlist, keeper);
    if (state.shortlist.size() > kMaxShortlisted) state.shortlist.resize(kMaxShortlisted);
    std::vector<std::string> ignored; // who is not in the shortlist is not compared
    UnknownKeeper ofIgnored;
    state.compared = readList(programme, programme.challenges, address.valueOf(kCompared), ignored, ofIgnored);
    fitCompared(state);
    for (const Parameter& parameter : address.parameters()) {
        const auto name = address.nameOf(parameter);
        if (!name || !isOwnName(*name)) keeper.keep(state.unknown.parameters, parameter.raw);
    }
}

} // namespace

std::string formatQueryString(const programme::Programme& programme, const Facts& facts, const State& state,
                              AddressNames names) {
    AddressWriter out(names);
    if (state.challenge) out.append(kChallenge, programme.in(programme.challenges[*state.challenge].id));
    for (const FacetRow& row : kFacets) {
        out.append(row.parameter, formatList(programme, facts.of(row.facet).values, state.*row.chosen,
                                             state.unknown.values[indexOf(row.facet)]));
    }
    if (state.during) out.append(kDuring, formatDays(*state.during));
    out.append(kQuery, encodeFormComponent(state.query));
    if (state.language != kDefaultLanguage) out.append(kLanguage, programme.languages[state.language]);
    out.append(kView, viewName(state.view));
    out.append(kShortlist, formatList(programme, programme.challenges, state.shortlist, state.unknown.shortlist));
    out.append(kCompared, formatList(programme, programme.challenges, state.compared, {}));
    if (state.milestone) out.append(kMilestone, programme.in(programme.milestones[*state.milestone].id));
    if (state.crowd) {
        const std::string first(programme.in(programme.milestones[state.crowd->first].id));
        out.append(kCrowd, first + std::string(kRangeSeparator) +
                               std::string(programme.in(programme.milestones[state.crowd->last].id)));
    }
    out.append(kPeriod, formatPeriod(facts, state));
    if (state.lines) out.append(kLines, kLinesViews[static_cast<std::size_t>(*state.lines)]);
    if (state.showsOnlyDifferences) out.append(kDifferences, kOnlyDifferences);
    if (!state.usesLetterKeys) out.append(kLetterKeys, kLetterKeysOff);
    // An address without a parameter of a visit is read as one in the preferred language.
    const bool isWithoutVisit = out.text().empty() && !Address(state.unknown.parameters, names).hasVisit();
    if (isWithoutVisit && state.preferredLanguage != state.language)
        out.append(kLanguage, programme.languages[state.language]);
    out.appendRaw(state.unknown.parameters);
    return out.text();
}

State parseQueryString(const programme::Programme& programme, const Facts& facts, std::string_view queryString,
                       LanguageIndex preferredLanguage, AddressNames names) {
    const Address address(queryString, names);
    State state;
    state.preferredLanguage = preferredLanguage < programme.languages.size() ? preferredLanguage : kDefaultLanguage;
    state.language = parseLanguage(programme, address, state.preferredLanguage);
    state.view = parseView(address.valueOf(kView));
    state.query = base::cutUtf8(address.valueOf(kQuery), kMaxQueryBytes);
    state.challenge = programme.findChallenge(address.valueOf(kChallenge));
    state.milestone = programme.findMilestone(address.valueOf(kMilestone));
    state.crowd = parseCrowd(programme, address.valueOf(kCrowd));
    state.period = parsePeriod(facts, address.valueOf(kPeriod));
    state.during = parseDuring(facts, address.valueOf(kDuring));
    state.showsWhole = address.valueOf(kPeriod) == kWholePeriod;
    state.lines = parseLines(facts, address.valueOf(kLines));
    state.showsOnlyDifferences = address.valueOf(kDifferences) == kOnlyDifferences;
    state.usesLetterKeys = address.valueOf(kLetterKeys) != kLetterKeysOff;
    parseLists(programme, facts, address, state);
    return state;
}

std::string formatKept(const programme::Programme& programme, const State& state) {
    return std::string(kShortlist) + '=' +
           formatList(programme, programme.challenges, state.shortlist, state.unknown.shortlist);
}

std::optional<programme::CivilTime> parseNow(std::string_view queryString, AddressNames names) {
    return programme::parseCivilTime(Address(queryString, names).valueOf(kNow));
}

std::string joinChallengeIds(const programme::Programme& programme, const std::vector<ChallengeIndex>& challenges) {
    return joinIds(programme, programme.challenges, challenges);
}

std::string joinSkillIds(const programme::Programme& programme, const std::vector<SkillIndex>& skills) {
    return joinIds(programme, programme.skills, skills);
}

std::string encodeFormComponent(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == ' ') {
            out += '+';
        } else if (base::isLetterOrDigit(c) || std::string_view("*-._").find(c) != std::string_view::npos) {
            out += c;
        } else {
            appendPercentEncoded(out, c);
        }
    }
    return out;
}

std::string encodeUrlComponent(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (base::isLetterOrDigit(c) || std::string_view("-._~").find(c) != std::string_view::npos) {
            out += c;
        } else {
            appendPercentEncoded(out, c);
        }
    }
    return out;
}

} // namespace explorer
