#include "render/software/rasteriser.h"

#include "imgui.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>

namespace render {

namespace {

/// Device px, y down.
struct PixelBox {
    int left = 0, top = 0, right = 0, bottom = 0;
};

/// Left, top, right and bottom, device px.
struct Box {
    float left = 0, top = 0, right = 0, bottom = 0;
};

/// Red, green, blue and alpha, 0 … 1, straight.
using Rgba = std::array<float, 4>;

Rgba toRgba(base::Colour colour) {
    Rgba rgba;
    for (std::size_t channel = 0; channel < 4; ++channel)
        rgba[channel] = static_cast<float>((colour >> (8 * channel)) & 0xFF) / 255.0F;
    return rgba;
}

class Canvas {
public:
    Canvas(int width, int height, base::Colour background)
        : width_(width), height_(height),
          pixels_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4) {
        for (std::size_t place = 0; place < pixels_.size(); ++place)
            pixels_[place] = static_cast<std::uint8_t>(background >> (8 * (place % 4)));
    }

    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }
    /// glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA), and rounding.
    void blend(int x, int y, const Rgba& colour) {
        const float alpha = colour[3];
        if (alpha <= 0) return;
        std::uint8_t* pixel =
            &pixels_[(static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(x)) *
                     4];
        for (std::size_t channel = 0; channel < 4; ++channel) {
            const float source = channel < 3 ? colour[channel] * alpha : alpha;
            const float blended = 255.0F * source + static_cast<float>(pixel[channel]) * (1 - alpha);
            pixel[channel] = static_cast<std::uint8_t>(std::clamp(blended + 0.5F, 0.0F, 255.0F));
        }
    }
    [[nodiscard]] std::vector<std::uint8_t> takePixels() { return std::move(pixels_); }

private:
    int width_, height_;
    std::vector<std::uint8_t> pixels_;
};

// ── Triangles: shaders/triangles.*.glsl ──

/// A texture with linear interpolation, clamped to its edges.
class Sampler {
public:
    explicit Sampler(const ImTextureData& texture)
        : width_(texture.Width), height_(texture.Height),
          pixels_(texture.Pixels, static_cast<std::size_t>(texture.GetSizeInBytes())) {}

    /// At a position of 0 … 1.
    [[nodiscard]] Rgba at(float u, float v) const {
        const float x = u * static_cast<float>(width_) - 0.5F;
        const float y = v * static_cast<float>(height_) - 0.5F;
        const float left = std::floor(x), top = std::floor(y);
        const float right = x - left, lower = y - top;
        const auto column = static_cast<int>(left), row = static_cast<int>(top);
        Rgba sum{};
        add(sum, column, row, (1 - right) * (1 - lower));
        add(sum, column + 1, row, right * (1 - lower));
        add(sum, column, row + 1, (1 - right) * lower);
        add(sum, column + 1, row + 1, right * lower);
        return sum;
    }

private:
    void add(Rgba& sum, int column, int row, float weight) const {
        if (weight == 0) return;
        const auto x = static_cast<std::size_t>(std::clamp(column, 0, width_ - 1));
        const auto y = static_cast<std::size_t>(std::clamp(row, 0, height_ - 1));
        const std::size_t place = (y * static_cast<std::size_t>(width_) + x) * 4;
        for (std::size_t channel = 0; channel < 4; ++channel)
            sum[channel] += weight * static_cast<float>(pixels_[place + channel]) / 255.0F;
    }

    int width_, height_;
    std::span<const unsigned char> pixels_;
};

/// A position in units of 1/256 device px, as graphics cards count: sums and products of such numbers are exact, so
/// that triangles with a common edge neither overlap nor leave a gap.
struct Point {
    std::int64_t x = 0, y = 0;
};
constexpr std::int64_t kUnits = 256;

Point toPoint(ImVec2 position, float pixelRatio) {
    const auto units = [pixelRatio](float length) {
        return static_cast<std::int64_t>(std::lround(length * pixelRatio * static_cast<float>(kUnits)));
    };
    return {units(position.x), units(position.y)};
}

/// Twice the area of the triangle from → to → point; positive where the point is on the right of the edge, y down.
std::int64_t crossProduct(Point from, Point to, Point point) {
    return (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);
}

/// Whether a pixel's centre on the edge belongs to the triangle: on upper and left edges alone, so that it belongs to
/// one of two neighbours.
bool isUpperOrLeft(Point from, Point to) {
    return to.y < from.y || (to.y == from.y && to.x > from.x);
}

struct Corner3 {
    const ImDrawVert* vertex;
    Point point;
};

void paintTriangle(Canvas& canvas, const PixelBox& clip, std::array<Corner3, 3> corners, const Sampler& sampler) {
    std::int64_t area = crossProduct(corners[0].point, corners[1].point, corners[2].point);
    if (area == 0) return;
    if (area < 0) {
        std::swap(corners[1], corners[2]);
        area = -area;
    }
    const auto [lowX, highX] = std::minmax({corners[0].point.x, corners[1].point.x, corners[2].point.x});
    const auto [lowY, highY] = std::minmax({corners[0].point.y, corners[1].point.y, corners[2].point.y});
    const auto pixelOf = [](std::int64_t units) { return static_cast<int>(units >> 8); };
    const PixelBox box{std::max(pixelOf(lowX), clip.left), std::max(pixelOf(lowY), clip.top),
                       std::min(pixelOf(highX) + 1, clip.right), std::min(pixelOf(highY) + 1, clip.bottom)};
    std::array<Rgba, 3> colours;
    for (std::size_t corner = 0; corner < 3; ++corner) colours[corner] = toRgba(corners[corner].vertex->col);
    // A corner's weight is the part of the area that lies at the edge opposite of it.
    const auto edge = [&](std::size_t corner, Point centre) {
        const Point from = corners[(corner + 1) % 3].point, to = corners[(corner + 2) % 3].point;
        const std::int64_t part = crossProduct(from, to, centre);
        return part > 0 || (part == 0 && isUpperOrLeft(from, to)) ? part : -1;
    };
    for (int y = box.top; y < box.bottom; ++y) {
        for (int x = box.left; x < box.right; ++x) {
            const Point centre{x * kUnits + kUnits / 2, y * kUnits + kUnits / 2};
            const std::array parts = {edge(0, centre), edge(1, centre), edge(2, centre)};
            if (*std::ranges::min_element(parts) < 0) continue;
            Rgba colour{};
            float u = 0, v = 0;
            for (std::size_t corner = 0; corner < 3; ++corner) {
                const float weight = static_cast<float>(parts[corner]) / static_cast<float>(area);
                u += weight * corners[corner].vertex->uv.x;
                v += weight * corners[corner].vertex->uv.y;
                for (std::size_t channel = 0; channel < 4; ++channel)
                    colour[channel] += weight * colours[corner][channel];
            }
            const Rgba texel = sampler.at(u, v);
            for (std::size_t channel = 0; channel < 4; ++channel) colour[channel] *= texel[channel];
            canvas.blend(x, y, colour);
        }
    }
}

void paintTriangles(Canvas& canvas, const PixelBox& clip, const ImDrawList& list, const ImDrawCmd& command,
                    float pixelRatio) {
    const ImTextureData* texture = command.TexRef._TexData;
    if (texture == nullptr || texture->Pixels == nullptr) return;
    const Sampler sampler(*texture);
    for (unsigned int place = 0; place + 3 <= command.ElemCount; place += 3) {
        std::array<Corner3, 3> corners;
        for (unsigned int corner = 0; corner < 3; ++corner) {
            const ImDrawIdx index = list.IdxBuffer[static_cast<int>(command.IdxOffset + place + corner)];
            const ImDrawVert& vertex = list.VtxBuffer[static_cast<int>(command.VtxOffset + index)];
            corners[corner] = {&vertex, toPoint(vertex.pos, pixelRatio)};
        }
        paintTriangle(canvas, clip, corners, sampler);
    }
}

// ── Shapes: shaders/shapes.*.glsl, with the same names ──

struct Vector {
    float x = 0, y = 0;
};

float length(Vector vector) {
    return std::sqrt(vector.x * vector.x + vector.y * vector.y);
}

float coverByDistance(float signedDistance) {
    return std::clamp(0.5F - signedDistance, 0.0F, 1.0F);
}

float coverBox(const Box& box, Vector position) {
    const float width = std::min(position.x + 0.5F, box.right) - std::max(position.x - 0.5F, box.left);
    const float height = std::min(position.y + 0.5F, box.bottom) - std::max(position.y - 0.5F, box.top);
    return std::clamp(width, 0.0F, 1.0F) * std::clamp(height, 0.0F, 1.0F);
}

float coverRoundedBox(const Box& box, float radius, Vector position) {
    const float covered = coverBox(box, position);
    const float fitting = std::min(radius, 0.5F * std::min(box.right - box.left, box.bottom - box.top));
    const Vector fromCentre{std::max(box.left + fitting - position.x, position.x - box.right + fitting),
                            std::max(box.top + fitting - position.y, position.y - box.bottom + fitting)};
    if (std::min(fromCentre.x, fromCentre.y) <= 0) return covered;
    return std::min(covered, coverByDistance(length(fromCentre) - fitting));
}

float coverEllipse(Vector fromCentre, Vector radii) {
    const Vector scaled{fromCentre.x / radii.x, fromCentre.y / radii.y};
    const float steepness = length({scaled.x / radii.x, scaled.y / radii.y});
    if (steepness == 0) return coverByDistance(-std::min(radii.x, radii.y));
    const float reach = length(scaled);
    return coverByDistance(reach * (reach - 1) / steepness);
}

float coverQuarterArcs(float fromCorner, float width) {
    const float step = width / 7;
    float covered = 0;
    for (const float inner : {1.0F, 3.0F, 5.0F})
        covered += coverByDistance(fromCorner - (inner + 1) * step) - coverByDistance(fromCorner - inner * step);
    return covered;
}

float coverDiamond(Vector fromCentre, float width, float radius) {
    constexpr float kHalfRoot = 0.70710678F;
    const Vector turned{std::fabs(fromCentre.x + fromCentre.y) * kHalfRoot,
                        std::fabs(fromCentre.x - fromCentre.y) * kHalfRoot};
    const float halfSide = 0.5F * width * kHalfRoot;
    const float fitting = std::min(radius, halfSide);
    const Vector beyond{turned.x - (halfSide - fitting), turned.y - (halfSide - fitting)};
    const Vector outside{std::max(beyond.x, 0.0F), std::max(beyond.y, 0.0F)};
    return coverByDistance(length(outside) + std::min(std::max(beyond.x, beyond.y), 0.0F) - fitting);
}

float coverShape(const Shape& shape, const Box& box, float pixelRatio, Vector position) {
    const Vector size{box.right - box.left, box.bottom - box.top};
    const Vector fromCentre{position.x - 0.5F * (box.left + box.right), position.y - 0.5F * (box.top + box.bottom)};
    const bool isRight = shape.corner == Corner::upperRight || shape.corner == Corner::lowerRight;
    const bool isLower = shape.corner == Corner::lowerRight || shape.corner == Corner::lowerLeft;
    const float fromCorner =
        length({position.x - (isRight ? box.right : box.left), position.y - (isLower ? box.bottom : box.top)});
    switch (shape.kind) {
    case ShapeKind::roundedRectangle:
        return coverRoundedBox(box, shape.radius * pixelRatio, position);
    case ShapeKind::disc:
        return coverEllipse(fromCentre, {0.5F * size.x, 0.5F * size.y});
    case ShapeKind::quarterDisc:
        return coverBox(box, position) * coverByDistance(fromCorner - size.x);
    case ShapeKind::quarterArcs:
        return coverBox(box, position) * coverQuarterArcs(fromCorner, size.x);
    case ShapeKind::diamond:
        return coverDiamond(fromCentre, std::min(size.x, size.y), shape.radius * pixelRatio);
    }
    return 0;
}

float coverClip(const RoundedClip& clip, const Box& box, float pixelRatio, Vector position) {
    const bool isRight = position.x > 0.5F * (box.left + box.right);
    const bool isLower = position.y > 0.5F * (box.top + box.bottom);
    const unsigned corner = isLower ? (isRight ? 2U : 3U) : (isRight ? 1U : 0U); // in the order of Corner
    const bool isRound = (clip.roundCorners >> corner & 1U) == 1U;
    return isRound ? coverRoundedBox(box, clip.radius * pixelRatio, position) : coverBox(box, position);
}

void paintShape(Canvas& canvas, const PixelBox& clip, const Shape& shape, float pixelRatio) {
    const auto toBox = [pixelRatio](float x, float y, float width, float height) {
        const float left = x * pixelRatio, top = y * pixelRatio;
        return Box{left, top, left + width * pixelRatio, top + height * pixelRatio};
    };
    const Box box = toBox(shape.x, shape.y, shape.width, shape.height);
    const auto pixel = [](float position) { return static_cast<int>(std::clamp(position, -1e6F, 1e6F)); };
    const PixelBox reached{
        std::max(pixel(std::floor(box.left)) - 1, clip.left), std::max(pixel(std::floor(box.top)) - 1, clip.top),
        std::min(pixel(std::ceil(box.right)) + 1, clip.right), std::min(pixel(std::ceil(box.bottom)) + 1, clip.bottom)};
    const Rgba colour = toRgba(shape.colour);
    const Box clipBox = toBox(shape.clip.x, shape.clip.y, shape.clip.width, shape.clip.height);
    for (int y = reached.top; y < reached.bottom; ++y) {
        for (int x = reached.left; x < reached.right; ++x) {
            const Vector centre{static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F};
            const float covered =
                coverShape(shape, box, pixelRatio, centre) * coverClip(shape.clip, clipBox, pixelRatio, centre);
            canvas.blend(x, y, {colour[0], colour[1], colour[2], colour[3] * covered});
        }
    }
}

/// CSS px, rounded to device px and clamped to the canvas, as Renderer does.
PixelBox toPixels(const ImVec4& clip, float pixelRatio, const Canvas& canvas) {
    const auto round = [pixelRatio](float value, int limit) {
        const float pixel = std::fmin(std::fmax(value * pixelRatio, 0.0F), static_cast<float>(limit));
        return static_cast<int>(std::lround(pixel));
    };
    return {round(clip.x, canvas.width()), round(clip.y, canvas.height()), round(clip.z, canvas.width()),
            round(clip.w, canvas.height())};
}

} // namespace

std::vector<std::uint8_t> paintInMemory(const ImDrawData& drawData, const ShapeList& shapes, int width, int height,
                                        base::Colour background) {
    Canvas canvas(width, height, background);
    const float pixelRatio = drawData.FramebufferScale.x;
    for (const ImDrawList* list : drawData.CmdLists) {
        for (const ImDrawCmd& command : list->CmdBuffer) {
            const PixelBox clip = toPixels(command.ClipRect, pixelRatio, canvas);
            if (const std::optional<ShapeRun> run = shapeRunOf(command)) {
                for (const Shape& shape : std::span(shapes.shapes).subspan(run->first, run->count))
                    paintShape(canvas, clip, shape, pixelRatio);
            } else if (const std::optional<TimeTransform> transform = timeTransformOf(command)) {
                for (const TimedShape& timed : shapes.retained.all())
                    paintShape(canvas, clip, shapeAt(timed, *transform), pixelRatio);
            } else if (command.ElemCount > 0) {
                paintTriangles(canvas, clip, *list, command, pixelRatio);
            }
        }
    }
    return canvas.takePixels();
}

} // namespace render
