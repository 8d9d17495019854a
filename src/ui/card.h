// A challenge's card in the list, and its parts that the detail view uses too. The card's title is a link that covers
// the whole card; its star puts the challenge on the shortlist.
#pragma once

#include "ui/frame.h"

#include <span>

namespace ui {

/// The least height of the card at that width, CSS px.
[[nodiscard]] float measureCard(Frame& frame, explorer::ChallengeIndex challenge, float width);
// A virtualised list computes the height from these (CSS px), so that it need not search every challenge's text for a
// note.
/// The height of the card's text without notes. The notes say which chosen skills fit and what the query found.
[[nodiscard]] float measureCardText(Frame& frame, explorer::ChallengeIndex challenge, float width);
/// The height of a card's notes where it has all that the visit's state allows.
[[nodiscard]] float mostNotesHeight(const Frame& frame);
/// The height of a card of that width whose text and notes together are `contentHeight` high.
[[nodiscard]] float cardHeight(const Frame& frame, float contentHeight, float width);
/// The card's words that depend on the programme and the page's language alone: its title, host, tagline and profiles.
/// Without what the visitor's choices add: notes, marks.
[[nodiscard]] semantics::ItemWords cardWords(const Model& model, explorer::ChallengeIndex challenge);
/// How far the card's text begins from its left edge, CSS px.
[[nodiscard]] float cardInset(const Frame& frame, float width);
/// Draws what is on the card, whose rectangle that is, with profiles and notes at its lower edge; its ground must have
/// been painted. `list` is the composite widget whose member the card's link is (semantics/composite.h).
void drawCard(Frame& frame, explorer::ChallengeIndex challenge, const Rect& rect, NodeId list);

struct CardGround {
    explorer::ChallengeIndex challenge = 0;
    Rect rect;
};
/// Paints what is below the cards' words: background, emblem, border. The emblems of all cards are one draw call.
void paintCardGrounds(Frame& frame, std::span<const CardGround> cards);

/// "2 × Data science", one for each profile.
[[nodiscard]] std::vector<LocalisedString> profileLabels(const Model& model, const programme::Challenge& challenge);

/// "Direction des affaires maritimes · Paris"; `withMinistry`: the ministry stands between host and city.
[[nodiscard]] LocalisedString hostLine(const Model& model, const programme::Challenge& challenge, bool withMinistry);

/// Why a further challenge cannot be kept (explorer::isShortlistFull).
[[nodiscard]] LocalisedString shortlistFull(const Model& model);

/// Of a shortlisted challenge that does not go along with an application: how many do. Empty for others.
[[nodiscard]] LocalisedString leftOutNote(const Model& model, explorer::ChallengeIndex challenge);

/// The challenge's emblem (render/emblem.h) over that area. `cell`: the side of its grid's squares, CSS px.
void drawEmblem(Frame& frame, explorer::ChallengeIndex challenge, const Rect& area, float cell);

/// The colour of a skill's group.
[[nodiscard]] Colour skillColour(const Frame& frame, programme::SkillIndex skill);

} // namespace ui
