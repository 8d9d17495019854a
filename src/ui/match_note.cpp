#include "ui/match_note.h"

#include "search/index.h"

#include <algorithm>

namespace ui {

using programme::Word;

namespace {

constexpr std::size_t kBytesBefore = 24; // at most, of an excerpt before the match

bool isMarked(const Model& model, std::string_view text) {
    return !marksIn(model, text).empty();
}

/// The text from shortly before the first match on, beginning with a whole word.
LocalisedString excerpt(const Model& model, const LocalisedText& source) {
    const std::string_view text = source.text;
    const std::size_t mark = marksIn(model, text).front().begin;
    if (mark <= kBytesBefore) return source;
    const std::size_t space = text.find(' ', mark - kBytesBefore);
    const std::size_t begin = space == std::string_view::npos || space >= mark ? mark : space + 1;
    return {"… " + std::string(text.substr(begin)), source.language};
}

LocalisedString skillNote(const Model& model, programme::SkillIndex index) {
    const programme::Skill& skill = model.programme.skills[index];
    const LocalisedText label = localised(model, skill.label);
    if (isMarked(model, label.text)) return label;
    // The other name that most of the typed words are found in: "deep learning" rather than "machine learning".
    std::string_view best;
    std::size_t mostMarks = 0; // twice as many
    const auto look = [&](programme::StringRef name, bool isOwn) {
        const std::string_view word = model.programme.in(name);
        // Of two with as many, the one in the visitor's language.
        const std::size_t marks = 2 * marksIn(model, word).size();
        const std::size_t worth = marks + (marks > 0 && isOwn ? 1 : 0);
        if (worth <= mostMarks) return;
        mostMarks = worth;
        best = word;
    };
    for (const programme::StringRef alias : skill.aliases) look(alias, false);
    for (const programme::Text other : skill.otherNames) {
        for (const programme::TextVariant& name : model.programme.variantsOf(other))
            look(name.string, name.language == model.state.language);
    }
    if (best.empty()) return {};
    return {std::string(label.text) + " (" + std::string(best) + ")", label.language};
}

} // namespace

LocalisedString reasonNote(const Model& model, std::size_t profile, std::span<const search::FitReason> reasons) {
    LocalisedString skills;
    for (const search::FitReason& reason : reasons) {
        if (reason.profile != profile) continue;
        LocalisedString skill = localised(model, model.programme.skills[reason.skill].label);
        if (reason.isPreferred) skill.text = filled(model, Word::card_fitWelcome, {{"skill", skill.text}}).text;
        skills.append(", ", skill);
    }
    return skills;
}

std::vector<TextMark> marksIn(const Model& model, std::string_view text) {
    std::vector<TextMark> marks;
    if (model.state.query.empty()) return marks;
    for (const search::Mark& mark : search::findMarks(text, model.state.query, model.visit.wasForgiving)) {
        marks.push_back({mark.begin, mark.end});
    }
    return marks;
}

LocalisedString matchNote(const Model& model, const programme::Challenge& challenge) {
    if (model.state.query.empty()) return {};
    for (const programme::Text shown : {challenge.title, challenge.tagline, challenge.host.name}) {
        if (isMarked(model, localised(model, shown).text)) return {};
    }
    if (isMarked(model, model.programme.in(challenge.host.city))) return {};
    for (const programme::Profile& profile : challenge.profiles) {
        if (isMarked(model, localised(model, profile.title).text)) return {};
    }
    for (const programme::Profile& profile : challenge.profiles) {
        for (const auto* skills : {&profile.skills, &profile.preferredSkills}) {
            for (const programme::SkillIndex skill : *skills) {
                if (LocalisedString note = skillNote(model, skill); !note.isEmpty()) return note;
            }
        }
    }
    const LocalisedText ministry = localised(model, challenge.host.ministry);
    if (isMarked(model, ministry.text)) return ministry;
    const LocalisedText summary = localised(model, challenge.summary);
    if (isMarked(model, summary.text)) return excerpt(model, summary);
    for (const programme::Text text : challenge.description) {
        const LocalisedText paragraph = localised(model, text);
        if (isMarked(model, paragraph.text)) return excerpt(model, paragraph);
    }
    return {};
}

} // namespace ui
