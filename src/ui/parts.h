// The parts of the page, in reading order. Each is drawn from (x, y) downwards, `width` CSS px wide, and returns the y
// of its lower edge (frame.h).
#pragma once

#include "ui/frame.h"

#include <cstdint>

namespace ui {

float drawHeader(Frame& frame, float x, float y, float width);
float drawTimeline(Frame& frame, float x, float y, float width);

/// The search field: above the filter, or on a phone above the row of skills.
float drawSearchField(Frame& frame, float x, float y, float width);
/// The values of all facets, by group.
float drawFilterGroups(Frame& frame, float x, float y, float width);
/// On a phone: the button "Filter" and the most frequent skills, in one row that scrolls horizontally.
float drawFilterRow(Frame& frame, float x, float y, float width);

/// Begins (Frame::beginSticky) what stays at the view's upper edge until that y, where it leaves room for what goes by
/// below it; with 0 it goes by with the page.
NodeId beginHead(Frame& frame, Key key, const Rect& rect, float bottom);
/// The title with counts, the chosen filters and the list of cards, in the open node. The first two stay in view
/// until that y (beginHead).
float drawResults(Frame& frame, float x, float y, float width, float bottom = 0);
/// The status node, whose text screen readers announce after the list has changed or something was copied. It is not
/// painted.
void describeAnnouncement(Frame& frame, float x, float y);

/// The head of the shortlist's pages: the button that leads back, the programme's name and the title.
float drawShortlistHead(Frame& frame, programme::Word title, programme::Word back, explorer::View backTo, float x,
                        float y, float width);
/// The shortlist in the visitor's order, and what applying takes.
float drawShortlist(Frame& frame, float x, float y, float width);
/// Challenges of the shortlist side by side.
float drawComparison(Frame& frame, float x, float y, float width);

/// Beside the list, or as a page of its own.
enum class DetailPlace : std::uint8_t { beside, page };
/// Of the open challenge what stays in view while the rest scrolls: title, × and, where there is room, the way to the
/// form and to the challenges before and after it in the list.
float drawDetailHead(Frame& frame, float x, float y, float width, DetailPlace place);
/// All else.
float drawDetailBody(Frame& frame, float x, float y, float width, DetailPlace place);

/// What the link to a challenge does: opens it, or, where it is open beside the list, leads to it.
[[nodiscard]] Intent openIntent(const Model& model, explorer::ChallengeIndex challenge);

/// The programme: summary, criteria, how to apply, links, credits.
float drawAbout(Frame& frame, float x, float y, float width);

/// The button that opens the list of keyboard shortcuts, which drawAbout() includes where there may be a keyboard.
float drawKeys(Frame& frame, float x, float y, float width);
/// The dialog with that list, over the page, whose height is given.
void drawKeysDialog(Frame& frame, float pageHeight);

} // namespace ui
