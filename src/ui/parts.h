// The parts of the page, in reading order. Each paints and describes itself from (x, y) down, `width` CSS px wide.
#pragma once

#include "ui/frame.h"

#include <cstdint>

namespace ui {

float drawHeader(Frame& frame, float x, float y, float width);
float drawTimeline(Frame& frame, float x, float y, float width);

/// The search field alone; it stands above the filter, or on a phone above the row of skills.
float drawSearchField(Frame& frame, float x, float y, float width);
/// All skills by group.
float drawFilterGroups(Frame& frame, float x, float y, float width);
/// Phone: "Filter" and the most wanted skills, in one row that scrolls sideways.
float drawFilterRow(Frame& frame, float x, float y, float width);

/// Title with counts, the chosen filters, the shortlist, the cards.
float drawResults(Frame& frame, float x, float y, float width);
/// After the frame: the words of a card of its long list, in the open node, which is the card's item.
void describeRetainedCard(Frame& frame, std::uint32_t place);

enum class DetailPlace : std::uint8_t { beside, page };
/// One challenge with everything that the file says about it.
float drawDetail(Frame& frame, float x, float y, float width, DetailPlace place);

/// The programme itself: summary, criteria, how to apply, links, credits.
float drawAbout(Frame& frame, float x, float y, float width);

/// The list of keyboard shortcuts, a section of drawAbout() where there may be a keyboard.
float drawKeys(Frame& frame, float x, float y, float width);

} // namespace ui
