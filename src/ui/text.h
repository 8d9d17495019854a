// Lays out and paints text. Line breaks and widths are computed here alone; the nodes of the semantics tree hold the
// lines as they were broken, so that the page's DOM mirror breaks where the canvas does.
//
// A line box is `style.lineHeight` high, its baseline where CSS puts it. Baselines and glyphs are painted on whole
// device pixels, so that none is blurred; advances are not rounded, so that a line is as wide as the browser's.
#pragma once

#include "semantics/node.h"
#include "ui/fonts.h"
#include "ui/theme.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct ImDrawList;

namespace ui {

struct Audit;

using semantics::TextStyle;

inline constexpr std::string_view kEllipsis = "…"; // where a line is cut

struct TextLine {
    std::string text;               // without the spaces at its end; with "…" where it was cut
    std::size_t begin = 0, end = 0; // bytes of the source that it shows
    float width = 0;                // CSS px
};

struct TextLayout {
    std::vector<TextLine> lines;
    float width = 0;    // of the widest line, CSS px
    float height = 0;   // lines × line height, CSS px
    bool isCut = false; // not all of the text is there
};

/// A range of bytes of the source to paint on the match colour.
struct TextMark {
    std::size_t begin = 0, end = 0;
};

/// A layout that is asked for, and what the laid out text is found by again.
struct LayoutRequest {
    TextStyle style;
    std::string_view text;
    float maxWidth = 0; // CSS px
    int maxLines = 0;
    bool operator==(const LayoutRequest&) const = default;
};

using TextHash = std::size_t (*)(std::string_view text);
[[nodiscard]] std::size_t hashText(std::string_view text);

/// Measures, breaks and paints with one set of fonts at one device pixel ratio, and remembers layouts between frames.
class TextEngine {
public:
    /// Different texts may have the same hash (a test gives one that makes them).
    explicit TextEngine(FontSet fonts, TextHash hash = hashText);

    /// Call before each frame. A new ratio forgets what was laid out.
    void beginFrame(float devicePixelRatio);
    /// The fonts changed (one arrived): forget what was laid out.
    void forget();
    /// Increased by each forget(): measures taken before may be wrong.
    [[nodiscard]] std::uint32_t generation() const { return generation_; }

    /// The width of the text on one line, CSS px.
    [[nodiscard]] float measure(const TextStyle& style, std::string_view text);
    /// Breaks the text to that width (CSS px): at spaces, after hyphens and dashes, between ideographs, never at U+00A0
    /// or U+202F; inside a word only where it is wider than a line. At most `maxLines` lines (0: as many as it takes),
    /// the last one cut with an ellipsis. The reference stays valid until the end of the frame.
    [[nodiscard]] const TextLayout& layout(const TextStyle& style, std::string_view text, float maxWidth,
                                           int maxLines = 0);
    /// Paints one line with the upper left corner of its line box at (x, y), in the surface's CSS px.
    void draw(ImDrawList& drawList, const TextStyle& style, float x, float y, Colour colour, std::string_view line);
    /// Where the byte `offset` of that line begins, CSS px from its start.
    [[nodiscard]] float offsetOf(const TextStyle& style, std::string_view line, std::size_t offset);

    /// Lets what is drawn from now on be recorded; nullptr: no more.
    void recordTo(Audit* audit) { audit_ = audit; }
    [[nodiscard]] Audit* audit() { return audit_; }

private:
    /// A request that keeps its text.
    struct LayoutKey {
        LayoutRequest request;
        std::string text;
        operator LayoutRequest() const { return {request.style, text, request.maxWidth, request.maxLines}; }
    };
    // Both are transparent: what is looked up need not be copied into a key first.
    struct LayoutHash {
        using is_transparent = void;
        TextHash ofText;
        std::size_t operator()(const LayoutRequest& request) const;
    };
    struct IsSameRequest {
        using is_transparent = void;
        bool operator()(const LayoutRequest& a, const LayoutRequest& b) const { return a == b; }
    };
    struct CacheEntry {
        TextLayout layout;
        std::uint32_t lastFrame = 0;
    };
    struct Advances;

    FontSet fonts_;
    Audit* audit_ = nullptr;
    float devicePixelRatio_ = 1;
    std::uint32_t frame_ = 0;
    std::uint32_t generation_ = 0;
    std::unordered_map<LayoutKey, CacheEntry, LayoutHash, IsSameRequest> cache_;
};

} // namespace ui
