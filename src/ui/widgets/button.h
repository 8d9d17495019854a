// Buttons, links that look like buttons, and links in a text. Activating one carries out its Intent, or the browser
// follows the link. RowLayout places them in rows.
#pragma once

#include "ui/frame.h"
#include "ui/widgets/icons.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ui {

enum class ButtonLook : std::uint8_t {
    primary,   // the page's main action: filled with the accent
    secondary, // bordered
    quiet,     // text in the accent, without background or border
    pill,      // rounded, on the weak accent: a filter that is on
    chip,      // rounded, on grey: a filter that is off
};

struct Button {
    Key key = "";
    LocalisedText label;           // empty: only the icon is shown, and `name` is needed
    LocalisedText otherLabel = {}; // that it has before or after a press: buttonWidth() has room for either
    ButtonLook look = ButtonLook::secondary;
    Icon leading = Icon::none;
    Icon trailing = Icon::none;
    LocalisedString name; // accessible name, where the label is not a good one
    std::string description;
    std::string href;             // makes it a link
    std::string download;         // file name: the link saves its target
    bool isLeftToBrowser = false; // the browser follows the link, the program does not: it leaves the page
    bool isDisabled = false;
    bool isHandle = false; // it is dragged up and down; the keyboard has other buttons for what that does
    Tristate pressed = Tristate::absent;
    Tristate expanded = Tristate::absent;
    std::optional<Intent> intent;
};

/// Height of a button of that look, CSS px.
[[nodiscard]] float buttonHeight(const Frame& frame, ButtonLook look);
/// Width that the button needs for its label and icons, CSS px.
[[nodiscard]] float buttonWidth(Frame& frame, const Button& button);
/// Height of a button of that width, CSS px: its label has as many lines as it needs.
[[nodiscard]] float buttonHeightIn(Frame& frame, const Button& button, float width);
/// Draws the button over the whole rectangle, with label and icons centred (of a quiet one: at the left). The label has
/// the lines that the rectangle is high enough for, and is cut after them. On a touch screen the node may be higher
/// than the rectangle.
NodeId drawButton(Frame& frame, const Button& button, const Rect& rect);
/// Draws the button at its own size, at most `maxWidth` wide, with a label of several lines where it needs them.
/// Returns the y of its lower edge.
float drawButtonAt(Frame& frame, const Button& button, float x, float y, float maxWidth);

/// Lower edges of a link that looks like text, CSS px.
struct TextLinkEdges {
    float words, target; // the target of a finger is higher than the words
};
/// A link that looks like text: in the accent, underlined, wrapping, opened in a new tab. `linkLanguage`: the language
/// of what it leads to (BCP 47; empty: not known).
TextLinkEdges drawTextLink(Frame& frame, Key key, const TextStyle& style, const LocalisedText& label,
                           std::string_view href, float x, float y, float maxWidth, std::string_view linkLanguage = {});

/// Lays out items of one height in rows from left to right. CSS px.
struct RowLayout {
    float left, top, width, rowHeight, gap;
    float x = left, y = top; // where the next item begins, if it fits
    /// The rectangle of the next item, which is at most as wide as the row.
    Rect next(float itemWidth);
    [[nodiscard]] float bottom() const { return y + rowHeight; }
};

} // namespace ui
