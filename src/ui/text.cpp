#include "ui/text.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "ui/audit.h"
#include "ui/characters.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace ui {

namespace {

constexpr std::size_t kMostCachedLayouts = 200'000;
constexpr std::uint32_t kFramesKept = 240;

/// What a font draws at once: a character, or a cluster under its own code point.
struct Glyph {
    char32_t codePoint = 0; // of the glyph in the font
    char32_t first = 0;     // the first and the last character, for line breaking
    char32_t last = 0;
    std::uint32_t begin = 0, end = 0; // range of bytes of the text
    bool isRightToLeft = false;
};

/// The offset behind the cluster that begins at `begin`: a word of a shaped or right-to-left script, a flag, or a
/// character with what extends it.
std::size_t clusterEnd(std::string_view text, std::size_t begin) {
    const base::Decoded first = base::decodeUtf8(text, begin);
    const bool isWord = isShaped(first.codePoint) || isRightToLeft(first.codePoint);
    std::size_t end = begin + first.length;
    char32_t before = first.codePoint;
    while (end < text.size()) {
        const base::Decoded next = base::decodeUtf8(text, end);
        const bool isJoined = before == 0x200D;
        const bool isFlag = before >= 0x1F1E6 && before <= 0x1F1FF && end == begin + first.length &&
                            next.codePoint >= 0x1F1E6 && next.codePoint <= 0x1F1FF;
        const bool isSameWord = isWord && (isShaped(next.codePoint) || isRightToLeft(next.codePoint));
        if (!isExtending(next.codePoint) && !isJoined && !isFlag && !isSameWord) break;
        before = next.codePoint;
        end += next.length;
    }
    return end;
}

std::vector<Glyph> split(std::string_view text, ClusterTable* clusters) {
    std::vector<Glyph> glyphs;
    glyphs.reserve(text.size());
    for (std::size_t begin = 0; begin < text.size();) {
        const base::Decoded decoded = base::decodeUtf8(text, begin);
        std::size_t end = begin + decoded.length;
        char32_t codePoint = decoded.codePoint;
        // Private-use characters in the text are replaced: their code points are those of clusters.
        if (codePoint >= kFirstClusterCodePoint && codePoint <= kLastClusterCodePoint)
            codePoint = base::kReplacementCharacter;
        if (clusters != nullptr) {
            const std::size_t whole = clusterEnd(text, begin);
            if (whole > end) {
                if (const auto cluster = clusters->codePointFor(text.substr(begin, whole - begin))) {
                    codePoint = *cluster;
                    end = whole;
                }
            }
        }
        const Glyph glyph{codePoint,
                          decoded.codePoint,
                          decoded.codePoint,
                          static_cast<std::uint32_t>(begin),
                          static_cast<std::uint32_t>(end),
                          isRightToLeft(decoded.codePoint)};
        glyphs.push_back(glyph);
        begin = end;
    }
    return glyphs;
}

/// Reverses each run of right-to-left glyphs, with the spaces inside it, into visual order. The base direction is
/// always left to right: right-to-left text is expected as names and phrases within the page's language.
void orderForPainting(std::vector<Glyph>& glyphs) {
    for (std::size_t begin = 0; begin < glyphs.size(); ++begin) {
        if (!glyphs[begin].isRightToLeft) continue;
        std::size_t end = begin + 1;
        for (std::size_t next = end; next < glyphs.size(); ++next) {
            if (glyphs[next].isRightToLeft) {
                end = next + 1;
            } else if (!isSpace(glyphs[next].first)) {
                break;
            }
        }
        std::reverse(glyphs.begin() + static_cast<std::ptrdiff_t>(begin),
                     glyphs.begin() + static_cast<std::ptrdiff_t>(end));
        begin = end;
    }
}

std::size_t weightIndex(std::uint16_t weight) {
    for (std::size_t index = 0; index < kFontWeights.size(); ++index) {
        if (weight <= kFontWeights[index]) return index;
    }
    return kFontWeights.size() - 1;
}

bool isInvisible(char32_t codePoint) {
    return codePoint == 0x00AD || codePoint == 0x200B || codePoint == U'\n';
}

} // namespace

/// The advances of one style.
struct TextEngine::Advances {
    Advances(const FontSet& fonts, const TextStyle& style, float density)
        : baked(fonts.byWeight[weightIndex(style.weight)]->GetFontBaked(style.size, density)), tracking(style.tracking),
          wordSpacing(style.wordSpacing) {
        if (!style.hasTabularFigures) return;
        for (ImWchar digit = '0'; digit <= '9'; ++digit)
            figureWidth = std::max(figureWidth, baked->GetCharAdvance(digit));
    }
    float of(const Glyph& glyph) const {
        if (isInvisible(glyph.first)) return 0;
        const float natural = baked->GetCharAdvance(static_cast<ImWchar>(glyph.codePoint));
        // CSS adds word spacing to these spaces only (https://www.w3.org/TR/css-text-4/#word-separator).
        const float word = glyph.first == U' ' || glyph.first == 0xA0 ? wordSpacing : 0;
        return (figureWidth > 0 && base::isDigit(glyph.codePoint) ? figureWidth : natural) + tracking + word;
    }
    ImFontBaked* baked;
    float tracking;
    float wordSpacing;
    float figureWidth = 0; // with tabular figures, the width of the widest digit; else 0
};

namespace {

/// The advance of each glyph, CSS px. `font`: TextEngine::Advances.
template <typename Font>
std::vector<float> listAdvances(const std::vector<Glyph>& glyphs, const Font& font) {
    std::vector<float> advances;
    advances.reserve(glyphs.size());
    for (const Glyph& glyph : glyphs) advances.push_back(font.of(glyph));
    return advances;
}

struct Break {
    std::size_t end = 0;  // index behind the last glyph of the line, without spaces at its end
    std::size_t next = 0; // index of the first glyph of the next line
};

/// Where the longest line that begins at `begin` and fits ends. `advances`: of each glyph, CSS px.
Break findBreak(const std::vector<Glyph>& glyphs, const std::vector<float>& advances, std::size_t begin,
                float maxWidth) {
    Break best;
    Break atNoBreakSpace; // rather than inside a word, where the words that it joins are wider than a line
    bool hasBreak = false;
    float width = 0;
    for (std::size_t index = begin; index < glyphs.size(); ++index) {
        if (glyphs[index].first == U'\n') return {index, index + 1};
        if (isSpace(glyphs[index].first)) {
            std::size_t after = index + 1;
            float spaces = advances[index];
            while (after < glyphs.size() && isSpace(glyphs[after].first) && glyphs[after].first != U'\n') {
                spaces += advances[after++];
            }
            best = {index, after};
            hasBreak = true;
            width += spaces;
            index = after - 1;
            continue;
        }
        // The tolerance keeps a text on one line that was measured to be exactly that wide.
        if (width + advances[index] > maxWidth + 0.01F && index > begin) {
            if (hasBreak) return best;
            return atNoBreakSpace.end > begin ? atNoBreakSpace : Break{index, index};
        }
        if (isNoBreakSpace(glyphs[index].first) && index > begin) atNoBreakSpace = {index, index + 1};
        width += advances[index];
        if (index + 1 < glyphs.size() && mayBreakBetween(glyphs[index].last, glyphs[index + 1].first)) {
            best = {index + 1, index + 1};
            hasBreak = true;
        }
    }
    std::size_t end = glyphs.size();
    while (end > begin && isSpace(glyphs[end - 1].first)) --end;
    return {end, glyphs.size()};
}

float sum(const std::vector<float>& advances, std::size_t begin, std::size_t end) {
    float width = 0;
    for (std::size_t index = begin; index < end; ++index) width += advances[index];
    return width;
}

/// Where a line that is cut ends: after the last whole word that fits, since users of speech input say whole words
/// (WCAG 2.5.3); inside a word where the whole words are less than a third of what fits.
std::size_t findCut(const std::vector<Glyph>& glyphs, const std::vector<float>& advances, std::size_t begin,
                    float maxWidth) {
    std::size_t end = begin;
    std::size_t wordEnd = begin;
    float width = 0;
    while (end < glyphs.size() && glyphs[end].first != U'\n' && width + advances[end] <= maxWidth) {
        if (isSpace(glyphs[end].first) && end > begin && !isSpace(glyphs[end - 1].first)) wordEnd = end;
        width += advances[end++];
    }
    const bool isBetweenWords = end < glyphs.size() && isSpace(glyphs[end].first);
    if (!isBetweenWords && 3 * sum(advances, begin, wordEnd) >= width) end = wordEnd;
    while (end > begin && isSpace(glyphs[end - 1].first)) --end;
    return end;
}

} // namespace

std::size_t hashText(std::string_view text) {
    return std::hash<std::string_view>{}(text);
}

std::uint32_t TextEngine::hashOf(const LayoutRequest& request) const {
    std::uint64_t hash = hash_(request.text);
    const auto add = [&](std::uint64_t value) { hash = (hash ^ value) * 0x9E3779B97F4A7C15ull + (hash >> 29); };
    add(static_cast<std::uint64_t>(std::lround(request.style.size * 64.0F)));
    add(request.style.weight);
    add(static_cast<std::uint64_t>(std::lround(request.maxWidth * 64.0F)));
    add(static_cast<std::uint64_t>(request.maxLines));
    return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

TextEngine::TextEngine(FontSet fonts, TextHash hash) : fonts_(fonts), hash_(hash) {}

void TextEngine::beginFrame(float devicePixelRatio) {
    if (devicePixelRatio != devicePixelRatio_) forget();
    devicePixelRatio_ = devicePixelRatio;
    ++frame_;
    if (kept_.size() >= kMostCachedLayouts) forgetOld();
}

void TextEngine::forgetOld() {
    std::erase_if(kept_, [this](const auto& kept) { return kept->lastFrame + kFramesKept < frame_; });
    if (kept_.size() >= kMostCachedLayouts) kept_.clear();
    numbers_.clear();
    for (const auto& kept : kept_)
        static_cast<void>(numbers_.findOrAdd(kept->hash, [](std::uint32_t) { return false; }));
}

void TextEngine::forget() {
    numbers_.clear();
    kept_.clear();
    ++generation_;
}

float TextEngine::measure(const TextStyle& style, const std::string_view& text) {
    const Advances advances(fonts_, style, devicePixelRatio_);
    float width = 0;
    for (const Glyph& glyph : split(text, fonts_.clusters)) width += advances.of(glyph);
    return width;
}

float TextEngine::measureHeight(const TextStyle& style, const std::string_view& text, float maxWidth) {
    const std::vector<Glyph> glyphs = split(text, fonts_.clusters);
    const std::vector<float> advances = listAdvances(glyphs, Advances(fonts_, style, devicePixelRatio_));
    int lines = 0;
    for (std::size_t begin = 0; begin < glyphs.size(); ++lines)
        begin = findBreak(glyphs, advances, begin, maxWidth).next;
    return style.lineHeight * static_cast<float>(lines);
}

const TextLayout& TextEngine::layout(const TextStyle& style, const std::string_view& text, float maxWidth,
                                     int maxLines) {
    const LayoutRequest request{style, text, maxWidth, maxLines};
    const std::uint32_t hash = hashOf(request);
    const auto known = numbers_.findOrAdd(hash, [&](std::uint32_t number) {
        const Kept& kept = *kept_[number];
        return LayoutRequest{kept.style, kept.text, kept.maxWidth, kept.maxLines} == request;
    });
    if (!known.isNew) {
        kept_[known.number]->lastFrame = frame_;
        return kept_[known.number]->layout;
    }
    kept_.push_back(
        std::make_unique<Kept>(Kept{style, std::string(text), maxWidth, maxLines, hash, frame_, TextLayout{}}));
    TextLayout& layout = kept_.back()->layout;
    const std::vector<Glyph> glyphs = split(text, fonts_.clusters);
    const std::vector<float> advances = listAdvances(glyphs, Advances(fonts_, style, devicePixelRatio_));
    const auto byteAt = [&](std::size_t index) {
        return index < glyphs.size() ? std::size_t{glyphs[index].begin} : text.size();
    };
    for (std::size_t begin = 0; begin < glyphs.size();) {
        Break found = findBreak(glyphs, advances, begin, maxWidth);
        const bool isLast = maxLines > 0 && static_cast<int>(layout.lines.size()) + 1 == maxLines;
        TextLine line;
        line.begin = byteAt(begin);
        line.width = sum(advances, begin, found.end);
        if (isLast && found.next < glyphs.size()) {
            const float ellipsisWidth = measure(style, kEllipsis);
            const std::size_t end = findCut(glyphs, advances, begin, maxWidth - ellipsisWidth);
            line.end = byteAt(end);
            line.width = sum(advances, begin, end) + ellipsisWidth;
            line.text = std::string(text.substr(line.begin, line.end - line.begin)).append(kEllipsis);
            layout.isCut = true;
            found.next = glyphs.size();
        } else {
            line.end = byteAt(found.end);
            line.text = text.substr(line.begin, line.end - line.begin);
        }
        layout.width = std::max(layout.width, line.width);
        layout.lines.push_back(std::move(line));
        begin = found.next;
    }
    layout.height = style.lineHeight * static_cast<float>(layout.lines.size());
    return layout;
}

void TextEngine::draw(ImDrawList& drawList, const TextStyle& style, float x, float y, Colour colour,
                      const std::string_view& line) {
    if (audit_ != nullptr) audit_->notePainted(x, y, line);
    const Advances font(fonts_, style, devicePixelRatio_);
    ImFontBaked* baked = font.baked;
    const auto snap = [this](float value) { return std::round(value * devicePixelRatio_) / devicePixelRatio_; };
    const float ascent = baked->Ascent;
    const float descent = std::abs(baked->Descent);
    const float top = snap(y + (style.lineHeight - (ascent + descent)) / 2.0F);

    std::vector<Glyph> glyphs = split(line, fonts_.clusters);
    orderForPainting(glyphs);
    // The first use of a glyph may move the atlas to a larger texture. That must not happen after PrimReserve().
    for (const Glyph& glyph : glyphs) baked->FindGlyph(static_cast<ImWchar>(glyph.codePoint));
    const int count = static_cast<int>(glyphs.size());
    drawList.PrimReserve(count * 6, count * 4);
    int painted = 0;
    float pen = x;
    for (const Glyph& glyph : glyphs) {
        const float advance = font.of(glyph);
        const ImFontGlyph* picture = baked->FindGlyph(static_cast<ImWchar>(glyph.codePoint));
        if (picture != nullptr && picture->Visible && !isInvisible(glyph.first)) {
            const float centring = font.figureWidth > 0 && base::isDigit(glyph.codePoint)
                                       ? (font.figureWidth - picture->AdvanceX) / 2.0F
                                       : 0.0F;
            const float left = snap(pen + centring + picture->X0);
            const float upper = snap(top + picture->Y0);
            drawList.PrimRectUV(ImVec2(left, upper),
                                ImVec2(left + picture->X1 - picture->X0, upper + picture->Y1 - picture->Y0),
                                ImVec2(picture->U0, picture->V0), ImVec2(picture->U1, picture->V1),
                                picture->Colored ? (colour | 0x00FFFFFFu) : colour);
            ++painted;
        }
        pen += advance;
    }
    drawList.PrimUnreserve((count - painted) * 6, (count - painted) * 4);
}

float TextEngine::offsetOf(const TextStyle& style, const std::string_view& line, std::size_t offset) {
    return measure(style, line.substr(0, std::min(offset, line.size())));
}

} // namespace ui
