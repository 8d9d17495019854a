// Lays out and paints text. Only here are lines broken and widths computed. The nodes of the semantics tree have the
// broken lines, so that the DOM mirror breaks where the canvas does.
//
// A line box is `style.lineHeight` high, with the baseline where CSS puts it. Baselines and glyphs are aligned to whole
// device px, so that they are not blurred; advances are not rounded, so that a line is as wide as the browser's.
#pragma once

#include "base/number_table.h"
#include "semantics/node.h"
#include "ui/fonts.h"
#include "ui/theme.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct ImDrawList;

namespace ui {

struct Audit;

using semantics::TextStyle;

inline constexpr std::string_view kEllipsis = "…"; // the end of a line that is cut

struct TextLine {
    std::string text;               // without the spaces at its end; with "…" where it was cut
    std::size_t begin = 0, end = 0; // the range of bytes of the source that it shows
    float width = 0;                // CSS px
};

struct TextLayout {
    std::vector<TextLine> lines;
    float width = 0;    // of the widest line, CSS px
    float height = 0;   // lines × line height, CSS px
    bool isCut = false; // the text is longer than the lines
};

/// A range of bytes of the source to be highlighted.
struct TextMark {
    std::size_t begin = 0, end = 0;
};

/// The parameters of a layout, which are also its key in the cache.
struct LayoutRequest {
    TextStyle style;
    std::string_view text;
    float maxWidth = 0; // CSS px
    int maxLines = 0;   // 0: no limit
    bool operator==(const LayoutRequest&) const = default;
};

using TextHash = std::size_t (*)(std::string_view text);
[[nodiscard]] std::size_t hashText(std::string_view text);

/// Measures, breaks and paints text with one set of fonts, and caches layouts between frames. Texts are UTF-8.
class TextEngine {
public:
    /// `hash` may return the same for different texts: tests pass one that does.
    explicit TextEngine(FontSet fonts, TextHash hash = hashText);

    /// To be called before each frame. A changed ratio empties the cache.
    void beginFrame(float devicePixelRatio);
    /// Empties the cache. To be called when a font was loaded or has changed.
    void forget();
    /// Incremented by each forget(): widths and heights from before may be wrong.
    [[nodiscard]] std::uint32_t generation() const { return generation_; }

    /// The width of the text on one line, CSS px.
    [[nodiscard]] float measure(const TextStyle& style, const std::string_view& text);
    /// Breaks the text into lines of at most `maxWidth` CSS px: at spaces, after hyphens and dashes, between
    /// ideographs; where that leaves more than a line holds, at a no-break space, else inside a word. With `maxLines`
    /// greater than 0, a longer text is cut and the last line ends with an ellipsis. The reference is valid until the
    /// next frame.
    [[nodiscard]] const TextLayout& layout(const TextStyle& style, const std::string_view& text, float maxWidth,
                                           int maxLines = 0);
    /// layout().height without a limit of lines, computed without keeping the layout: for thousands of texts of which
    /// few will be painted.
    [[nodiscard]] float measureHeight(const TextStyle& style, const std::string_view& text, float maxWidth);
    /// Paints one line. The upper left corner of its line box is (x, y) on the surface, CSS px.
    void draw(ImDrawList& drawList, const TextStyle& style, float x, float y, Colour colour,
              const std::string_view& line);
    /// The distance from the start of the line to the character at byte `offset`, CSS px.
    [[nodiscard]] float offsetOf(const TextStyle& style, const std::string_view& line, std::size_t offset);

    /// Records the painted lines from now on in `audit`; nullptr: not any more.
    void recordTo(Audit* audit) { audit_ = audit; }
    [[nodiscard]] Audit* audit() { return audit_; }

private:
    /// A layout that is kept, and the request that it answers, whose text it owns.
    struct Kept {
        TextStyle style;
        std::string text;
        float maxWidth;
        int maxLines;
        std::uint32_t hash;
        std::uint32_t lastFrame;
        TextLayout layout;
    };
    struct Advances;

    [[nodiscard]] std::uint32_t hashOf(const LayoutRequest& request) const;
    void forgetOld();

    FontSet fonts_;
    Audit* audit_ = nullptr;
    float devicePixelRatio_ = 1;
    std::uint32_t frame_ = 0;
    std::uint32_t generation_ = 0;
    TextHash hash_;
    base::NumberTable numbers_;
    std::vector<std::unique_ptr<Kept>> kept_; // by the numbers in the table; a layout keeps its address
};

} // namespace ui
