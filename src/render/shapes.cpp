#include "render/shapes.h"

#include "imgui.h"

#include <cstring>
#include <type_traits>

namespace render {

namespace {

void paintRun(const ImDrawList*, const ImDrawCmd* command) {
    auto* painter = static_cast<ShapePainter*>(ImGui::GetPlatformIO().Renderer_RenderState);
    if (!painter) return;
    // Dear ImGui has copied the run into a byte buffer, in which it may not be aligned.
    ShapeRun run;
    static_assert(std::is_trivially_copyable_v<ShapeRun>);
    std::memcpy(&run, command->UserCallbackData, sizeof run);
    painter->paint(run, *command);
}

} // namespace

void ShapeList::addTo(ImDrawList& drawList, std::size_t first, const std::optional<RoundedClip>& clip) const {
    if (first >= shapes.size()) return;
    ShapeRun run{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(shapes.size() - first), clip};
    drawList.AddCallback(paintRun, &run, sizeof run);
    drawList.AddCallback(ImDrawCallback_ResetRenderState, nullptr);
}

} // namespace render
