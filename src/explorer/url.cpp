#include "explorer/url.h"

#include "explorer/reduce.h"
#include "explorer/text.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace explorer {

namespace {

constexpr std::string_view kChallenge = "defi";
constexpr std::string_view kSkills = "competences";
constexpr std::string_view kQuery = "q";
constexpr std::string_view kLanguage = "lang";
constexpr std::string_view kView = "vue";
constexpr std::string_view kShortlist = "choix";
constexpr std::string_view kMilestone = "etape";
constexpr std::string_view kPeriod = "periode";
constexpr std::string_view kLetterKeys = "touches";
constexpr std::array kOwnParameters = {kChallenge, kSkills,    kQuery,  kLanguage,  kView,
                                       kShortlist, kMilestone, kPeriod, kLetterKeys};

constexpr std::string_view kFiltersView = "filtres";
constexpr std::string_view kShortlistView = "choix";
constexpr std::string_view kPeriodSeparator = "..";
constexpr std::string_view kNo = "non";

constexpr LanguageIndex kDefaultLanguage = 0;

bool isLetterOrDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

void appendPercentEncoded(std::string& out, char byte) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    const auto value = static_cast<unsigned char>(byte);
    out += '%';
    out += kDigits[value >> 4];
    out += kDigits[value & 0xFu];
}

std::optional<unsigned> hexValue(char c) {
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
    if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
    if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
    return std::nullopt;
}

std::string decodeFormComponent(std::string_view text) {
    std::string bytes;
    for (std::size_t place = 0; place < text.size(); ++place) {
        const char c = text[place];
        if (c == '%' && place + 2 < text.size()) {
            const std::optional<unsigned> high = hexValue(text[place + 1]);
            const std::optional<unsigned> low = hexValue(text[place + 2]);
            if (high && low) {
                bytes += static_cast<char>(*high * 16 + *low);
                place += 2;
                continue;
            }
        }
        bytes += c == '+' ? ' ' : c;
    }
    return repairUtf8(bytes);
}

/// Cuts what stands before `separator` off the beginning of `text`, and the separator.
std::string_view takeUntil(std::string_view& text, char separator) {
    const std::size_t end = text.find(separator);
    const std::string_view taken = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return taken;
}

/// The items whose ids stand in the comma-separated list, in the list's order. One pass over the items, however long
/// the list is.
template <typename Item>
std::vector<std::uint32_t> findListed(const programme::Programme& programme, const std::vector<Item>& items,
                                      std::string_view list) {
    std::unordered_map<std::string_view, std::size_t> places; // of each id in the list
    while (!list.empty()) {
        const std::string_view id = takeUntil(list, ',');
        if (!id.empty()) places.try_emplace(id, places.size());
    }
    std::vector<std::uint32_t> found;
    if (places.empty()) return found;
    std::vector<std::optional<std::uint32_t>> byPlace(places.size());
    for (std::size_t index = 0; index < items.size(); ++index) {
        const auto place = places.find(programme.in(items[index].id));
        if (place != places.end()) byPlace[place->second] = static_cast<std::uint32_t>(index);
    }
    for (const std::optional<std::uint32_t>& index : byPlace) {
        if (index) found.push_back(*index);
    }
    return found;
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

/// Appends name=value where the value is not empty.
void appendParameter(std::string& out, std::string_view name, std::string_view encodedValue) {
    if (encodedValue.empty()) return;
    if (!out.empty()) out += '&';
    out += name;
    out += '=';
    out += encodedValue;
}

std::string_view viewName(View view) {
    switch (view) {
    case View::challenges:
        return {};
    case View::filters:
        return kFiltersView;
    case View::shortlist:
        return kShortlistView;
    }
    return {};
}

View parseView(std::string_view name) {
    if (name == kFiltersView) return View::filters;
    if (name == kShortlistView) return View::shortlist;
    return View::challenges;
}

std::optional<Period> parsePeriod(const Facts& facts, std::string_view text) {
    const std::size_t separator = text.find(kPeriodSeparator);
    if (separator == std::string_view::npos) return std::nullopt;
    const std::optional<Day> first = programme::parseDay(text.substr(0, separator));
    const std::optional<Day> last = programme::parseDay(text.substr(separator + kPeriodSeparator.size()));
    if (!first || !last || *last < *first) return std::nullopt;
    return fitPeriod(facts, {*first, *last});
}

LanguageIndex parseLanguage(const programme::Programme& programme, std::string_view queryString,
                            LanguageIndex preferredLanguage) {
    const std::optional<std::string> tag = findParameter(queryString, kLanguage);
    if (const auto language = programme.findLanguage(tag.value_or(""))) return *language;
    const bool isFirstVisit = std::ranges::none_of(
        kOwnParameters, [&](std::string_view name) { return findParameter(queryString, name).has_value(); });
    return isFirstVisit ? preferredLanguage : kDefaultLanguage;
}

} // namespace

std::string formatQueryString(const programme::Programme& programme, const State& state) {
    std::string out;
    if (state.challenge) {
        appendParameter(out, kChallenge, programme.in(programme.challenges[*state.challenge].id));
    }
    appendParameter(out, kSkills, joinSkillIds(programme, state.skills));
    appendParameter(out, kQuery, encodeFormComponent(state.query));
    if (state.language != kDefaultLanguage) appendParameter(out, kLanguage, programme.languages[state.language]);
    appendParameter(out, kView, viewName(state.view));
    appendParameter(out, kShortlist, joinChallengeIds(programme, state.shortlist));
    if (state.milestone) {
        appendParameter(out, kMilestone, programme.in(programme.milestones[*state.milestone].id));
    }
    if (state.period) {
        const std::string first = programme::formatDay(state.period->first);
        appendParameter(out, kPeriod, first + std::string(kPeriodSeparator) + programme::formatDay(state.period->last));
    }
    if (!state.usesLetterKeys) appendParameter(out, kLetterKeys, kNo);
    // An empty string would mean the preferred language.
    if (out.empty() && state.preferredLanguage != state.language)
        appendParameter(out, kLanguage, programme.languages[state.language]);
    return out;
}

State parseQueryString(const programme::Programme& programme, const Facts& facts, std::string_view queryString,
                       LanguageIndex preferredLanguage) {
    const auto valueOf = [&](std::string_view name) { return findParameter(queryString, name).value_or(""); };
    State state;
    state.preferredLanguage = preferredLanguage < programme.languages.size() ? preferredLanguage : kDefaultLanguage;
    state.language = parseLanguage(programme, queryString, state.preferredLanguage);
    state.view = parseView(valueOf(kView));
    state.query = cutAtCharacter(valueOf(kQuery), kMaxQueryBytes);
    state.skills = findListed(programme, programme.skills, valueOf(kSkills));
    state.challenge = programme.findChallenge(valueOf(kChallenge));
    state.milestone = programme.findMilestone(valueOf(kMilestone));
    state.shortlist = findListed(programme, programme.challenges, valueOf(kShortlist));
    const std::optional<std::uint32_t> most = programme.application.maxChallenges;
    if (most && state.shortlist.size() > *most) state.shortlist.resize(*most);
    state.period = parsePeriod(facts, valueOf(kPeriod));
    state.usesLetterKeys = valueOf(kLetterKeys) != kNo;
    return state;
}

std::optional<programme::CivilTime> parseNow(std::string_view queryString) {
    return programme::parseCivilTime(findParameter(queryString, "now").value_or(""));
}

std::optional<std::string> findParameter(std::string_view queryString, std::string_view name) {
    if (queryString.starts_with('?')) queryString.remove_prefix(1);
    while (!queryString.empty()) {
        std::string_view value = takeUntil(queryString, '&');
        if (value.empty()) continue;
        const std::string_view encodedName = takeUntil(value, '=');
        if (decodeFormComponent(encodedName) == name) return decodeFormComponent(value);
    }
    return std::nullopt;
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
        } else if (isLetterOrDigit(c) || std::string_view("*-._").find(c) != std::string_view::npos) {
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
        if (isLetterOrDigit(c) || std::string_view("-._~").find(c) != std::string_view::npos) {
            out += c;
        } else {
            appendPercentEncoded(out, c);
        }
    }
    return out;
}

std::string joinParameters(std::string first, std::string_view second) {
    if (!first.empty() && !second.empty()) first += '&';
    return first.append(second);
}

} // namespace explorer
