// One challenge in the list. Its title is a link that covers the card; the star puts it on the shortlist.
#pragma once

#include "search/index.h"
#include "ui/frame.h"

namespace ui {

/// The least height that the card needs at that width, CSS px.
[[nodiscard]] float measureCard(Frame& frame, explorer::ChallengeIndex challenge, float width);
// In a long list it is put together of these, all in CSS px.
/// The height of the card's words without the notes on the visitor's skills and query.
[[nodiscard]] float measureCardWords(Frame& frame, explorer::ChallengeIndex challenge, float width);
/// The height of a card's notes if it has every note that the visit allows.
[[nodiscard]] float mostNotesHeight(const Frame& frame);
/// The height of a card whose words and notes have that height together.
[[nodiscard]] float cardHeight(const Frame& frame, float contentHeight);
/// Draws the card over the whole rectangle, with profiles and notes at its lower edge. Arrow keys move the focus
/// between the links of the cards that have the same `list` (semantics/composite.h).
void drawCard(Frame& frame, explorer::ChallengeIndex challenge, const search::Fit& fit, const Rect& rect, NodeId list);

/// The round button that puts a challenge on the shortlist or takes it off; it fills a square of that size at (x, y).
/// `companionOf`: the card's link, where there is one (semantics::Node::companionOf).
void drawStar(Frame& frame, explorer::ChallengeIndex challenge, float x, float y, float size,
              NodeId companionOf = semantics::kNoNode);

/// "Direction des affaires maritimes · Paris"; `withMinistry`: with the ministry between host and city.
[[nodiscard]] LocalisedString hostLine(const Model& model, const programme::Challenge& challenge, bool withMinistry);

/// The challenge's emblem over that area (render/emblem.h), in the colours of its skill groups. `cell`: side of its
/// grid's squares, CSS px.
void drawEmblem(Frame& frame, explorer::ChallengeIndex challenge, const Rect& area, float cell);

/// The colour of a skill's group.
[[nodiscard]] Colour skillColour(const Frame& frame, programme::SkillIndex skill);

} // namespace ui
