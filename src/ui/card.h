// One challenge in the list. Its title is a link that covers the card; the star puts it on the shortlist.
#pragma once

#include "ui/frame.h"

namespace ui {

/// The least height that the card needs at that width, CSS px.
float measureCard(Frame& frame, explorer::ChallengeIndex challenge, float width);
// Its parts: the words that it has whatever was chosen and typed; the notes, where it has all that there may be; and
// the height of a card with words and notes as high as that.
float measureCardWords(Frame& frame, explorer::ChallengeIndex challenge, float width);
float mostNotesHeight(const Frame& frame);
float cardHeight(const Frame& frame, float contentHeight);
/// Draws it over the whole rectangle; profiles and notes stand at its foot. Its link is a member of `list`, which arrow
/// keys walk (semantics/composite.h).
void drawCard(Frame& frame, explorer::ChallengeIndex challenge, const search::Fit& fit, const Rect& rect, NodeId list);

/// The button that puts a challenge on the shortlist or takes it off, a round sign of that size. `companionOf`: the
/// card's link, where there is one.
void drawStar(Frame& frame, explorer::ChallengeIndex challenge, float x, float y, float size,
              NodeId companionOf = semantics::kNoNode);

/// "Direction des affaires maritimes · Paris"; with the ministry between where it is wanted.
LocalisedString hostLine(const Model& model, const programme::Challenge& challenge, bool withMinistry);

/// The emblem over that area, in the colours of the challenge's skill groups.
void drawEmblem(Frame& frame, explorer::ChallengeIndex challenge, const Rect& area, float cell);

/// The colour of a skill's group.
Colour skillColour(const Frame& frame, programme::SkillIndex skill);

} // namespace ui
