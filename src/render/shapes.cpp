#include "render/shapes.h"

#include "imgui.h"

#include <cstring>
#include <type_traits>

namespace render {

namespace {

// Dear ImGui copies runs into a byte buffer, in which they may not be aligned.
static_assert(std::is_trivially_copyable_v<ShapeRun>);

/// Marks the commands that paint shapes. The Renderer knows them; who else renders the draw list skips them.
void skipShapes(const ImDrawList*, const ImDrawCmd*) {}

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
    if (extended.first + extended.count != run.first || extended.clip != run.clip) return false;
    extended.count += run.count;
    std::memcpy(place, &extended, sizeof extended);
    return true;
}

} // namespace

void ShapeList::addTo(ImDrawList& drawList, std::size_t first, const std::optional<RoundedClip>& clip) const {
    if (first >= shapes.size()) return;
    ShapeRun run{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(shapes.size() - first), clip};
    if (!extendLastRun(drawList, run)) drawList.AddCallback(skipShapes, &run, sizeof run);
}

std::optional<ShapeRun> shapeRunOf(const ImDrawCmd& command) {
    if (command.UserCallback != skipShapes) return std::nullopt;
    ShapeRun run;
    std::memcpy(&run, command.UserCallbackData, sizeof run);
    return run;
}

} // namespace render
