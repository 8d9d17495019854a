#include "render/shapes.h"

#include "imgui.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <type_traits>
#include <utility>

namespace render {

namespace {

constexpr float kMinutesADay = 24 * 60;

// Dear ImGui copies them into a byte buffer, in which they may not be aligned.
static_assert(std::is_trivially_copyable_v<ShapeRun> && std::is_trivially_copyable_v<TimeTransform>);

/// Marks the commands that paint shapes. The Renderer knows them; who else renders the draw list skips them.
void skipShapes(const ImDrawList*, const ImDrawCmd*) {}
void skipRetained(const ImDrawList*, const ImDrawCmd*) {}

template <typename Data>
std::optional<Data> dataOf(const ImDrawCmd& command, ImDrawCallback callback) {
    if (command.UserCallback != callback) return std::nullopt;
    Data data;
    std::memcpy(&data, command.UserCallbackData, sizeof data);
    return data;
}

bool isSame(const ImVec4& one, const ImVec4& other) {
    return one.x == other.x && one.y == other.y && one.z == other.z && one.w == other.w;
}

/// Adds the run to that of the draw list's last command, where it continues it.
bool extendLastRun(ImDrawList& drawList, const ShapeRun& run) {
    const int count = drawList.CmdBuffer.Size;
    // After a callback Dear ImGui begins a command for triangles.
    if (count < 2 || drawList.CmdBuffer[count - 1].ElemCount != 0) return false;
    const ImDrawCmd& last = drawList.CmdBuffer[count - 2];
    if (last.UserCallback != skipShapes || !isSame(last.ClipRect, drawList.CmdBuffer[count - 1].ClipRect)) return false;
    unsigned char* place = drawList._CallbacksDataBuf.Data + last.UserCallbackDataOffset;
    ShapeRun extended;
    std::memcpy(&extended, place, sizeof extended);
    if (extended.first + extended.count != run.first) return false;
    extended.count += run.count;
    std::memcpy(place, &extended, sizeof extended);
    return true;
}

} // namespace

TimeTransform timeTransform(double first, double pixelsPerDay, float x, float left, float right) {
    const double origin = std::floor(first);
    return {.originDay = static_cast<std::int32_t>(origin),
            .pixelsPerDay = static_cast<float>(pixelsPerDay),
            .x = static_cast<float>(static_cast<double>(x) - (first - origin) * pixelsPerDay),
            .left = left,
            .right = right};
}

Shape shapeAt(const TimedShape& timed, const TimeTransform& transform) {
    const auto at = [&](std::int32_t day, std::int32_t minute) {
        const float days = static_cast<float>(day - transform.originDay) + static_cast<float>(minute) / kMinutesADay;
        return std::clamp(days * transform.pixelsPerDay, transform.left - transform.x, transform.right - transform.x);
    };
    const float start = at(timed.startDay, timed.startMinute);
    const float end = at(timed.endDay, timed.endMinute);
    Shape shape = timed.shape;
    shape.x += transform.x + start;
    shape.y += transform.y;
    shape.width += end - start;
    const auto alpha = static_cast<float>(shape.colour >> 24U) * transform.opacity;
    shape.colour = (shape.colour & 0x00FFFFFFU) | static_cast<base::Colour>(std::lround(alpha)) << 24U;
    return shape;
}

void RetainedShapes::set(std::vector<TimedShape> shapes) {
    if (version_ != 0 && shapes == shapes_) return;
    shapes_ = std::move(shapes);
    ++version_;
}

void ShapeList::addTo(ImDrawList& drawList, std::size_t first) const {
    if (first >= shapes.size()) return;
    ShapeRun run{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(shapes.size() - first)};
    if (!extendLastRun(drawList, run)) drawList.AddCallback(skipShapes, &run, sizeof run);
}

void ShapeList::addRetainedTo(ImDrawList& drawList, const TimeTransform& transform) const {
    if (retained.all().empty()) return;
    TimeTransform copy = transform;
    drawList.AddCallback(skipRetained, &copy, sizeof copy);
}

std::optional<ShapeRun> shapeRunOf(const ImDrawCmd& command) {
    return dataOf<ShapeRun>(command, skipShapes);
}

std::optional<TimeTransform> timeTransformOf(const ImDrawCmd& command) {
    return dataOf<TimeTransform>(command, skipRetained);
}

} // namespace render
