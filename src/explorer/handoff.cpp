#include "explorer/handoff.h"

#include "explorer/url.h"
#include "programme/forms.h"

#include <algorithm>

namespace explorer {

namespace {

using programme::Application;
using programme::CivilTime;
using programme::Programme;
using programme::Word;

constexpr int kMinutesPerDay = 24 * 60;

/// Adds encoded parameters ("a=1&b=2") to the query of a URL; its own query and its fragment are kept.
std::string withParameters(std::string_view url, std::string_view parameters) {
    if (parameters.empty()) return std::string(url);
    const std::size_t hash = std::min(url.find('#'), url.size());
    std::string result(url.substr(0, hash));
    const bool hasQuery = result.find('?') != std::string::npos;
    const bool isReady = hasQuery && (result.ends_with('?') || result.ends_with('&'));
    if (!isReady) result += hasQuery ? '&' : '?';
    result += parameters;
    result += url.substr(hash);
    return result;
}

/// Writes parameters in application/x-www-form-urlencoded.
class ParameterList {
public:
    /// Does nothing if the name or the value is empty.
    void append(std::string_view name, std::string_view value) {
        if (name.empty() || value.empty()) return;
        if (!text_.empty()) text_ += '&';
        text_ += encodeFormComponent(name) + '=' + encodeFormComponent(value);
    }
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

/// Handoff::challenges.
std::vector<ChallengeIndex> listAppliedChallenges(const Programme& programme, const State& state) {
    std::vector<ChallengeIndex> challenges = state.shortlist;
    if (challenges.empty() && state.challenge) challenges.push_back(*state.challenge);
    const std::optional<std::uint32_t> limit = programme.application.maxChallenges;
    if (limit && challenges.size() > *limit) challenges.resize(*limit);
    return challenges;
}

/// Handoff::namesToCopy.
std::string joinNames(const Programme& programme, const std::vector<ChallengeIndex>& challenges,
                      LanguageIndex language) {
    std::string names;
    for (const ChallengeIndex challenge : challenges) {
        if (!names.empty()) names += '\n';
        names += programme.in(programme.challenges[challenge].title, language);
    }
    return names;
}

} // namespace

CallStatus callStatus(const Application& application, CivilTime now) {
    if (now.day < application.opens) {
        return {CallPhase::upcoming, static_cast<int>((application.opens - now.day).count()), false};
    }
    const CivilTime end{application.closes, application.closesMinute.value_or(kMinutesPerDay)};
    if (now >= end) return {CallPhase::closed, 0, false};
    return {CallPhase::open, static_cast<int>((application.closes - now.day).count()), now.day == application.closes};
}

Handoff makeHandoff(const Programme& programme, const State& state, CivilTime now) {
    const Application& application = programme.application;
    Handoff handoff;
    handoff.status = callStatus(application, now);
    handoff.challenges = listAppliedChallenges(programme, state);
    if (handoff.challenges.size() < state.shortlist.size())
        handoff.leftOut = state.shortlist.size() - handoff.challenges.size();
    handoff.hasNamesToCopy = application.challengeParameter.isEmpty();
    handoff.namesToCopy = joinNames(programme, handoff.challenges, state.language);

    ParameterList parameters;
    parameters.append(programme.in(application.challengeParameter), joinChallengeIds(programme, handoff.challenges));
    parameters.append(programme.in(application.skillsParameter), joinSkillIds(programme, state.skills));
    parameters.append(programme.in(application.languageParameter), programme.languages[state.language]);
    handoff.url = withParameters(programme.in(application.url), parameters.text());
    return handoff;
}

int minutesUntilChange(const Application& application, CivilTime now) {
    const bool isLastDay = now.day == application.closes && now.day >= application.opens;
    if (isLastDay && application.closesMinute && now.minuteOfDay < *application.closesMinute) {
        return *application.closesMinute - now.minuteOfDay;
    }
    return kMinutesPerDay - now.minuteOfDay;
}

std::string describeShortlist(const Programme& programme, const Facts& facts, const State& state,
                              const Handoff& handoff, std::string_view pageAddress) {
    const programme::InterfaceLanguage language = programme::interfaceLanguage(programme.languages[state.language]);
    std::string text(programme.in(programme.title, state.language));
    const auto appendFact = [&](Word name, std::string_view fact) {
        text += '\n' + programme::fill(Word::timeline_named, language,
                                       {{"name", programme::word(name, language)}, {"window", fact}});
    };
    const auto addressOf = [&](const State& shown) {
        return std::string(pageAddress) + '?' + formatQueryString(programme, facts, shown);
    };
    std::size_t rank = 0;
    for (const ChallengeIndex index : state.shortlist) {
        const programme::Challenge& challenge = programme.challenges[index];
        text += "\n\n" + std::to_string(++rank) + ". ";
        text += programme.in(challenge.title, state.language);
        text += " · ";
        text += programme.in(challenge.host.name, state.language);
        if (!pageAddress.empty()) {
            text += '\n' + addressOf({.language = state.language, .challenge = index});
        } else if (!challenge.links.empty()) {
            text += '\n';
            text += programme.in(challenge.links.front().url);
        }
    }
    text += '\n';
    appendFact(Word::about_closes, formatClosing(programme, language));
    appendFact(Word::about_form, handoff.url);
    if (!pageAddress.empty())
        appendFact(Word::shortlist_title,
                   addressOf({.language = state.language, .view = View::shortlist, .shortlist = state.shortlist}));
    return text;
}

std::string formatClosing(const Programme& programme, programme::InterfaceLanguage language) {
    const Application& call = programme.application;
    const std::string date = programme::formatDate(call.closes, language);
    if (!call.closesMinute) return date;
    return programme::fill(Word::about_closesAt, language,
                           {{"date", date},
                            {"hour", programme::formatTimeOfDay(*call.closesMinute, language)},
                            {"zone", programme.in(programme.timeZone)}});
}

std::string makeMailUrl(std::string_view subject, std::string_view body) {
    std::string lines; // RFC 6068, 5: line breaks are %0D%0A
    for (const char c : body) {
        if (c == '\n') lines += '\r';
        lines += c;
    }
    return "mailto:?subject=" + encodeUrlComponent(subject) + "&body=" + encodeUrlComponent(lines);
}

bool isSafeUrl(std::string_view url) {
    return programme::isHttpsUrl(url);
}

} // namespace explorer
