#include "ui/match_note.h"

#include <algorithm>

namespace ui {

namespace {

constexpr std::size_t kBytesBefore = 24; // of an excerpt, before what matched

bool isMarked(const Model& model, std::string_view text) {
    return !marksIn(model, text).empty();
}

/// The passage around the first match, from a word's beginning on.
std::string excerpt(const Model& model, std::string_view text) {
    const std::size_t mark = marksIn(model, text).front().begin;
    if (mark <= kBytesBefore) return std::string(text);
    const std::size_t space = text.find(' ', mark - kBytesBefore);
    const std::size_t begin = space == std::string_view::npos || space >= mark ? mark : space + 1;
    return "… " + std::string(text.substr(begin));
}

std::string skillNote(const Model& model, programme::SkillIndex index) {
    const programme::Skill& skill = model.programme.skills[index];
    const std::string label(in(model, skill.label));
    if (isMarked(model, label)) return label;
    for (const programme::StringRef alias : skill.aliases) {
        const std::string_view word = model.programme.in(alias);
        if (isMarked(model, word)) return label + " (" + std::string(word) + ")";
    }
    return {};
}

} // namespace

std::vector<TextMark> marksIn(const Model& model, std::string_view text) {
    std::vector<TextMark> marks;
    if (model.state.query.empty()) return marks;
    for (const search::Mark& mark : search::findMarks(text, model.state.query, model.visit.wasForgiving)) {
        marks.push_back({mark.begin, mark.end});
    }
    return marks;
}

std::string matchNote(const Model& model, const programme::Challenge& challenge) {
    if (model.state.query.empty()) return {};
    for (const std::string_view shown : {in(model, challenge.title), in(model, challenge.tagline),
                                         in(model, challenge.host.name), model.programme.in(challenge.host.city)}) {
        if (isMarked(model, shown)) return {};
    }
    for (const programme::Profile& profile : challenge.profiles) {
        if (isMarked(model, in(model, profile.title))) return {};
    }
    for (const programme::Profile& profile : challenge.profiles) {
        for (const auto* skills : {&profile.skills, &profile.preferredSkills}) {
            for (const programme::SkillIndex skill : *skills) {
                if (std::string note = skillNote(model, skill); !note.empty()) return note;
            }
        }
    }
    if (isMarked(model, in(model, challenge.host.ministry))) return std::string(in(model, challenge.host.ministry));
    if (isMarked(model, in(model, challenge.summary))) return excerpt(model, in(model, challenge.summary));
    for (const programme::Text paragraph : challenge.description) {
        if (isMarked(model, in(model, paragraph))) return excerpt(model, in(model, paragraph));
    }
    return {};
}

} // namespace ui
